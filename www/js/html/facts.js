/**
 * What a page's data state of its article: headline, outlet, day, author, language, each with what said so.
 *
 * Comes in: a parsed page. Goes out: the facts, and what of the data could not be read. The order in which the
 * sources are asked is in {@link facts}: schema.org's JSON-LD, Open Graph and its `article:` names, microdata, other
 * `<meta>` names in use, and what the page itself shows.
 *
 * @typedef {import('./walk.js').Tree} Tree
 * @typedef {{value: string, by: string}} Stated
 * @typedef {'headline' | 'outlet' | 'published' | 'author' | 'language'} Name
 * @typedef {Partial<Record<Name, Stated>>} Facts
 */
import { ELEMENT, attribute, even, textOf, walk } from './walk.js';
import { read, said } from './linked.js';

/** The names under which pages give a fact in `<meta>`, the most exact first. */
const META = {
  headline: ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title'],
  outlet: ['og:site_name', 'dc.publisher', 'dcterms.publisher', 'application-name', 'twitter:site'],
  published: [
    'article:published_time', 'og:article:published_time', 'datepublished', 'dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date', 'dcterms.created',
    'parsely-pub-date', 'sailthru.date', 'publishdate', 'publish-date', 'publish_date', 'pubdate', 'article.published', 'originalpublicationdate', 'date',
  ],
  author: ['author', 'article:author', 'byl', 'dc.creator', 'dcterms.creator', 'parsely-author', 'sailthru.author', 'twitter:creator'],
  language: ['og:locale', 'content-language', 'dc.language', 'dcterms.language'],
};

/** Longer values are cut: they are no title and no name. */
const LONGEST = 500;

/** So many elements of one kind are looked at. */
const MOST = 200;

/** @param {Tree} page @returns {{facts: Facts, linked: Record<string, string>, problems: string[]}} `linked` is what JSON-LD says, its text of the article included */
export function facts(page) {
  const seen = look(page);
  const { nodes, problems } = read(seen.scripts);
  const linked = said(nodes);
  /** @type {Facts} */
  const found = {};
  /** @param {Name} name @param {string | undefined} value @param {string} by */
  const take = (name, value, by) => {
    const plain = name === 'published' ? dayOf(value ?? '') : even(value ?? '').slice(0, LONGEST);
    // An author's page is no name.
    if (plain === '' || found[name] || (name === 'author' && /^(https?:)?\/\//.test(plain))) return;
    found[name] = { value: plain, by };
  };
  const names = /** @type {Name[]} */ (Object.keys(META));
  for (const name of names) take(name, linked[name], 'JSON-LD');
  take('language', seen.language, '<html lang>');
  for (const name of names) {
    // A property of the page's own microdata is nearer to the article than a card made for other sites.
    for (const [property, of] of ITEMS) if (of === name) take(name, seen.items.get(property), `itemprop ${property}`);
    for (const key of META[name]) take(name, seen.metas.get(key), label(key));
  }
  const days = DAYS.map(([by, from]) => [dayOf(from(seen, linked) ?? ''), by]).filter(([one]) => one !== '');
  if (days.some(([one]) => one !== days[0][0])) problems.push(`The page’s data give more than one day: ${days.map(([one, by]) => `${one} (${by})`).join(', ')}. The first was taken.`);
  take('published', seen.time, '<time>');
  take('headline', seen.heading, 'h1');
  take('headline', seen.title, '<title>');
  return { facts: found, linked, problems };
}

/** Properties of schema.org's microdata. @type {[string, Name][]} */
const ITEMS = [['headline', 'headline'], ['datepublished', 'published'], ['author', 'author'], ['publisher', 'outlet'], ['inlanguage', 'language']];

/**
 * What gives the day of publication and no other, where it is given.
 * @type {[string, (seen: ReturnType<typeof look>, linked: Record<string, string>) => string | undefined][]}
 */
const DAYS = [
  ['JSON-LD', (_, linked) => linked.published],
  ['itemprop datepublished', (seen) => seen.items.get('datepublished')],
  ['meta article:published_time', (seen) => seen.metas.get('article:published_time')],
];

/** @param {string} key */
function label(key) {
  return key.startsWith('og:') ? 'Open Graph' : key.startsWith('twitter:') ? 'Twitter card' : `meta ${key}`;
}

/** One walk over the page. @param {Tree} page */
function look(page) {
  /** @type {Map<string, string>} */
  const metas = new Map();
  /** @type {Map<string, string>} */
  const items = new Map();
  /** @type {string[]} */
  const scripts = [];
  const seen = { metas, items, scripts, language: '', title: '', heading: '', time: '' };
  let inside = 0;
  const isArticle = (/** @type {Tree} */ node) => node.localName === 'article' || node.localName === 'main' || /\barticle/i.test(attribute(node, 'itemprop'));
  walk(page, (node) => {
    if (node.nodeType !== ELEMENT) return true;
    if (isArticle(node)) inside += 1;
    switch (node.localName) {
      case 'html':
        seen.language ||= attribute(node, 'lang');
        break;
      case 'meta': {
        const key = (attribute(node, 'property') || attribute(node, 'name') || attribute(node, 'http-equiv')).toLowerCase();
        const content = attribute(node, 'content');
        if (key !== '' && content !== '' && !metas.has(key)) metas.set(key, content);
        break;
      }
      case 'script':
        if (/^application\/ld\+json/i.test(attribute(node, 'type')) && scripts.length < MOST) scripts.push(textOf(node));
        return false;
      case 'title':
        // The first: drawings have titles too.
        seen.title ||= textOf(node);
        break;
      case 'h1':
        seen.heading ||= even(textOf(node));
        break;
      case 'time':
        if (inside > 0) seen.time ||= dayOf(attribute(node, 'datetime'));
        break;
      default:
    }
    const property = attribute(node, 'itemprop').toLowerCase();
    if (property !== '' && !items.has(property) && items.size < MOST && ITEMS.some(([one]) => one === property)) items.set(property, item(node));
    return true;
  }, (node) => {
    if (node.nodeType === ELEMENT && isArticle(node)) inside -= 1;
  });
  return seen;
}

/** The value of a microdata property: given by an attribute, by the name of the thing it holds, or by its text. @param {Tree} node */
function item(node) {
  const given = attribute(node, 'content') || attribute(node, 'datetime');
  if (given !== '' || node.getAttribute?.('itemscope') == null) return given || textOf(node);
  let name = '';
  walk(node, (one) => {
    if (name === '' && one !== node && one.nodeType === ELEMENT && attribute(one, 'itemprop') === 'name') name = attribute(one, 'content') || textOf(one);
  });
  return name;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day that a date begins with or names, as `YYYY-MM-DD`; empty if none. It is the day as written, at the place that
 * wrote it: no zone is reckoned with.
 * @param {string} text
 */
export function dayOf(text) {
  const number = /^\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/.exec(text);
  if (number) return iso(Number(number[1]), Number(number[2]), Number(number[3]));
  const month = (/** @type {string} */ name) => MONTHS.indexOf(name.toLowerCase()) + 1;
  const after = /\b(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3})[a-z]*\.?,?[ -](\d{4})\b/.exec(text);
  if (after && month(after[2])) return iso(Number(after[3]), month(after[2]), Number(after[1]));
  const before = /\b([A-Za-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/.exec(text);
  if (before && month(before[1])) return iso(Number(before[3]), month(before[1]), Number(before[2]));
  return '';
}

/** @param {number} year @param {number} month @param {number} day */
function iso(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1500 ? date.toISOString().slice(0, 10) : '';
}
