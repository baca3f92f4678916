// Saved pages as articles: what their data state and what said so, their text as paragraphs, and what is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { body } from '../../www/js/html/body.js';
import { dayOf, facts } from '../../www/js/html/facts.js';
import { LARGEST, article, decode, isHtml } from '../../www/js/html/page.js';
import { tree } from './tree.mjs';

/** @param {string} head @param {string} [rest] */
const stated = (head, rest = '') => facts(tree(`<!doctype html><html lang="en-GB"><head>${head}</head><body>${rest}</body></html>`)).facts;
/** @param {unknown} json */
const ld = (json) => `<script type="application/ld+json">${typeof json === 'string' ? json : JSON.stringify(json)}</script>`;
const LONG = 'The council said that the harbour would stay shut until the storm had passed and the damage was known. '.repeat(4).trim();

test('JSON-LD says it first: in a graph, in lists, by reference, with the day as written', () => {
  const graph = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'Organization', '@id': '#us', name: 'The Daily &amp; Sunday' },
      { '@type': 'Person', '@id': '#a', name: 'Ann Writer' },
      { '@type': ['WebPage'], name: 'Harbour shut - The Daily', datePublished: '2019-01-01' },
      {
        '@type': ['Thing', 'http://schema.org/ReportageNewsArticle'], headline: 'Harbour shut', publisher: { '@id': '#us' },
        datePublished: '2025-01-23T21:05:00-05:00', author: [{ '@id': '#a' }, { '@type': 'Person', name: 'Bo Writer' }, 'Ann Writer'], inLanguage: { '@type': 'Language', name: 'English' },
      },
    ],
  };
  const found = stated(`${ld([graph])}<meta property="og:title" content="Another title"><meta property="article:published_time" content="2025-01-24T02:05:00Z">`);
  assert.deepEqual(found, {
    headline: { value: 'Harbour shut', by: 'JSON-LD' },
    outlet: { value: 'The Daily & Sunday', by: 'JSON-LD' },
    published: { value: '2025-01-23', by: 'JSON-LD' },
    author: { value: 'Ann Writer, Bo Writer', by: 'JSON-LD' },
    language: { value: 'English', by: 'JSON-LD' },
  });
});

test('without it Open Graph, microdata, other meta names and the page itself, each named', () => {
  const found = stated(
    '<title>Harbour shut | Daily</title><meta property="og:site_name" content=" Daily "><meta name="DC.date.issued" content="March 2, 2020"><meta property="article:author" content="https://social.example/ann"><meta name="byl" content="By Ann Writer">',
    '<time datetime="2001-01-01"></time><article><h1>Harbour  shut</h1><time datetime="2020-03-03T10:00">Today</time></article>',
  );
  assert.deepEqual(found, {
    headline: { value: 'Harbour shut', by: 'h1' },
    outlet: { value: 'Daily', by: 'Open Graph' },
    published: { value: '2020-03-02', by: 'meta dc.date.issued' },
    author: { value: 'By Ann Writer', by: 'meta byl' },
    language: { value: 'en-GB', by: '<html lang>' },
  });
  assert.deepEqual(stated('', '<article><time datetime="2020-03-03T10:00">Today</time></article>').published, { value: '2020-03-03', by: '<time>' });
  const items = stated('', '<div itemscope><meta itemprop="datePublished" content="2020-03-03"><span itemprop="author" itemscope><b>by</b><i itemprop="name">Ann</i></span></div>');
  assert.deepEqual([items.published?.value, items.author], ['2020-03-03', { value: 'Ann', by: 'itemprop author' }]);
});

test('two days are named, and the first is taken', () => {
  const { facts: found, problems } = facts(tree(`${ld({ '@type': 'Article', datePublished: '2025-01-23T21:05:00-05:00' })}<meta property="article:published_time" content="2025-01-24T02:05:00Z">`));
  assert.equal(found.published?.value, '2025-01-23');
  assert.deepEqual(problems, ['The page’s data give more than one day: 2025-01-23 (JSON-LD), 2025-01-24 (meta article:published_time). The first was taken.']);
});

test('damaged data are passed over and named; what can be mended is read', () => {
  const { facts: found, problems } = facts(tree(`${ld('{"@type":"NewsArticle","headline":"A",}')}${ld('<!--{"@type":"NewsArticle","headline":"two\nlines"}-->')}`));
  assert.equal(found.headline?.value, 'two lines');
  assert.equal(problems.length, 1);
  assert.match(problems[0], /block 1 of 2.*passed over.*position 3\d/s);
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  assert.deepEqual(facts(tree(ld(deep))).facts, {});
});

test('days are read as they are written, and only where they are days', () => {
  const days = {
    '2025-01-23T21:05:00-05:00': '2025-01-23', 20250123: '2025-01-23', '2025/01/23': '2025-01-23', 'Thu, 23 Jan 2025 21:05:00 GMT': '2025-01-23',
    'January 23rd, 2025': '2025-01-23', '23-Jan-2025': '2025-01-23', '2025-02-30': '', '1737684300000': '', 'Foo 3, 2025': '', yesterday: '', '': '',
  };
  for (const [text, day] of Object.entries(days)) assert.equal(dayOf(text), day, text);
});

test('the text is what the page marks as its article, as plain paragraphs', () => {
  const page = tree(`<body><nav>Menu</nav><main><h1>Harbour shut</h1><article class="teaser">Another story</article>
    <article><header><p>Stand<b>first</b> of&nbsp;it</p></header><div itemprop="articleBody"><p>${LONG}</p><script>alert(1)</script><style>p{}</style>
    <aside>Read more</aside><ul><li>One</li><li>Two &lt;b&gt;</li></ul>She said <q>no</q>.<br>A line<br><br>A paragraph
    <blockquote><p>Words</p><footer>Ann</footer></blockquote><table><tr><th>Dead</th><td>45</td></tr></table>
    <figure><img alt="x"><figcaption>A har\u00adbour</figcaption></figure><p hidden>Hidden</p><form><p>Subscribe</p></form></div></article></main><footer>©</footer></body>`);
  const { text, from, left } = body(page);
  assert.deepEqual(text.split('\n\n'), [
    'Harbour shut', LONG, 'One', 'Two <b>', 'She said “no”.\nA line', 'A paragraph', 'Words', 'Ann', 'Dead | 45', 'A harbour',
  ]);
  assert.equal(from, 'its articleBody');
  assert.deepEqual([...left], [['aside', 1], ['hidden part', 1], ['form', 1]]);
});

test('a part that is marked but holds little is not taken for the whole; pieces are taken together', () => {
  const from = (/** @type {string} */ html) => body(tree(html)).from;
  assert.equal(from(`<main><div itemprop="articleBody">Sign in.</div><article><p>${LONG}</p></article></main>`), 'its <article>');
  assert.equal(from(`<article><div itemprop="articleBody">${LONG}</div><hr><div itemprop="articleBody">${LONG}</div></article>`), 'its <article>');
  assert.equal(from(`<div><p>${LONG}</p></div>`), 'its body');
  assert.equal(from('<p>Three short words'), 'its body');
  // What hides or holds the whole page is not taken at its word.
  assert.equal(from(`<body style="display: none"><form><div aria-hidden="true"><main><h1>H</h1><p>${LONG}</p></main></div></form>`), 'its <main>');
  assert.equal(body(tree(`<form><table><tr><td>x<br>y</td><td>A<br><br>${LONG}</td></tr></table></form>`)).text, `x\ny\n\nA\n\n${LONG}`);
});

test('an article has its facts with what states them, and says how it was read', () => {
  const page = tree(`<html lang="de"><head>${ld({ '@type': 'NewsArticle', headline: 'H', datePublished: '2020-01-02' })}</head><body><nav>x</nav><article><p>${LONG}</p><aside>y</aside></article></body>`);
  const { article: read, about } = article(page, '“a.html”');
  assert.deepEqual(read, { text: LONG, headline: 'H', outlet: '', published: '2020-01-02', by: ['JSON-LD', '', 'JSON-LD'] });
  assert.deepEqual(about.language, { value: 'de', by: '<html lang>' });
  assert.deepEqual(about.notes, ['Of the page, its <article> was taken; left out: 1 aside.', 'The page says that its language is “de”. Only English is read, so expect little.']);
  const drawn = article(tree(`${ld({ '@type': 'NewsArticle', articleBody: LONG })}<div id="app"></div>`), 'x');
  assert.equal(drawn.article.text, LONG);
  assert.throws(() => article(tree('<body><script>draw()</script><nav>Menu</nav></body>'), '“a.html”'), /“a\.html” holds no text/);
});

test('any page is read, however deep or broken', () => {
  for (const html of ['', '<', '<p', '<table><p>x', `${'<div>'.repeat(800)}x`, '</p></q></blockquote>', '<q><q>', '<body><article></article>', '<template><p>x']) {
    assert.ok(typeof body(tree(html)).text === 'string');
    facts(tree(html));
  }
});

test('files are decoded by their own word, and what is none is refused', () => {
  const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
  assert.equal(decode(bytes('“é”'), 'x'), '“é”');
  assert.equal(decode(new Uint8Array([0xff, 0xfe, 0x41, 0x00]), 'x'), 'A');
  assert.equal(decode(new Uint8Array([0x41, 0xe9]), 'x'), 'Aé');
  const old = [...bytes('<meta charset="ISO-8859-1">'), 0xe9];
  assert.ok(decode(new Uint8Array(old), 'x').endsWith('é'));
  assert.throws(() => decode(bytes('%PDF-1.7'), '“a.pdf”'), /“a\.pdf” is neither/);
  assert.throws(() => decode(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), '“a.docx”'), /byte 4/);
  assert.throws(() => decode(bytes('From: <Saved by Blink>\nMIME-Version: 1.0'), 'x'), /web archive/);
  assert.throws(() => decode(bytes('x'), 'x', LARGEST + 1), /12 MB/);
  assert.throws(() => decode(new Uint8Array(0), 'x'), /empty/);
});

test('the source of a page is told from text', () => {
  for (const html of ['<!DOCTYPE html><html>', ' <!-- saved -->\n<html>', '<?xml version="1.0"?><html xmlns="">', '<p>One</p>', 'x <p>a</p><p>b</p><div>c</div>']) assert.ok(isHtml(html), html);
  for (const text of ['', 'Text with a < b and c > d.', 'The <b>bold</b> word', '<3']) assert.ok(!isHtml(text), text);
});
