/**
 * The article's text from a parsed page, as plain paragraphs.
 *
 * Comes in: the page. Goes out: the text of what the page itself marks as the article, and in words what was taken and
 * what was left out. Only whole landmarks (menus, asides, footers, forms) are left out here; what else is not article
 * the core tells by its lines, where the reader sees it grey and can restore it.
 *
 * @typedef {import('./walk.js').Tree} Tree
 */
import { ELEMENT, TEXT, attribute, even, textOf, walk } from './walk.js';

/** What holds no text for a reader. */
const SILENT = new Set([
  'script', 'style', 'template', 'noscript', 'noframes', 'head', 'svg', 'math', 'canvas', 'iframe', 'object', 'embed', 'video', 'audio', 'map',
  'button', 'input', 'select', 'textarea', 'datalist', 'meter', 'progress', 'rt', 'rp',
]);

/** Landmarks beside the article, by element and by role, with what they are called. */
const BESIDE = /** @type {Record<string, string>} */ ({ nav: 'menu', aside: 'aside', footer: 'footer', form: 'form', dialog: 'dialog', search: 'form' });
const ROLES = /** @type {Record<string, string>} */ ({
  navigation: 'menu', menu: 'menu', menubar: 'menu', toolbar: 'menu', complementary: 'aside', contentinfo: 'footer', form: 'form', search: 'form',
  dialog: 'dialog', alertdialog: 'dialog',
});

/** Elements that begin and end a paragraph. */
const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'legend', 'li', 'main', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'tfoot',
  'thead', 'tr', 'ul',
]);

/** What a page marks as its article, the most exact first; each with what it is called. */
const ROOTS = [
  { is: (/** @type {Tree} */ node) => attribute(node, 'itemprop').split(/\s+/).includes('articleBody'), name: 'its articleBody' },
  { is: (/** @type {Tree} */ node) => node.localName === 'article', name: 'its <article>' },
  { is: (/** @type {Tree} */ node) => node.localName === 'main' || attribute(node, 'role') === 'main', name: 'its <main>' },
  { is: (/** @type {Tree} */ node) => node.localName === 'body', name: 'its body' },
];

/** Elements that hold the whole of a page or an article. */
const WHOLE = new Set(['html', 'body', 'main', 'article']);

/** So many letters outside of links make a text; with fewer, it must at least be a good part of the page. */
const ENOUGH = 250;

/** Why an element is left out: its name for the reader, empty where nothing of it was to be read; `null` if it stays. @param {Tree} node @param {boolean} quoted @param {boolean} inForm whether the page's text stands in a form */
function left(node, quoted, inForm) {
  const name = node.localName ?? '';
  if (SILENT.has(name)) return '';
  if (hidden(node, name)) return 'hidden part';
  // Whom a quotation is by stands in its footer.
  if (name === 'footer' && quoted) return null;
  const role = attribute(node, 'role').toLowerCase();
  const beside = ROLES[role] ?? BESIDE[name] ?? null;
  return name === 'form' && inForm ? null : beside;
}

/**
 * Whether a part is not shown. A page may be saved while it still hides all of it, or while a dialog stands over it.
 * @param {Tree} node @param {string} name
 */
function hidden(node, name) {
  if (WHOLE.has(name)) return false;
  if (node.getAttribute?.('hidden') != null && attribute(node, 'hidden') !== 'until-found') return true;
  if (/(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(node, 'data-style') || attribute(node, 'style'))) return true;
  return (attribute(node, 'aria-hidden') === 'true' && !BLOCKS.has(name)) || /(^|\s)(sr-only|visually-?hidden|screen-reader-text)(\s|$)/.test(attribute(node, 'class'));
}

/**
 * @param {Tree} page
 * @returns {{text: string, from: string, beside: string, left: Map<string, number>}} `from` is what was taken, `beside` how
 *   much stood around it
 */
export function body(page) {
  // Some sites put the whole page into one form.
  const inForm = chosen(page, false).length < ENOUGH;
  const { root, name, around } = chosen(page, inForm);
  const { lines, left } = blocks(root, inForm);
  const heading = firstHeading(page, root, inForm);
  if (heading !== '' && !lines.some((line) => line.includes(heading))) lines.unshift(heading);
  return { text: lines.join('\n\n'), from: name, beside: around > 0 ? `about ${around} words around it` : '', left };
}

/** The element whose text is the article's. @param {Tree} page @param {boolean} inForm */
function chosen(page, inForm) {
  /** @type {{node: Tree, length: number, total: number}[]} */
  const best = ROOTS.map(() => ({ node: page, length: 0, total: 0 }));
  let length = 0;
  let links = 0;
  /** @type {number[]} */
  const starts = [];
  const quotes = { depth: 0 };
  walk(page, (node) => {
    if (node.nodeType === TEXT && links === 0) length += (node.data ?? '').trim().length;
    if (node.nodeType !== ELEMENT) return true;
    starts.push(length);
    if (node.localName === 'blockquote') quotes.depth += 1;
    if (node.localName === 'a') links += 1;
    return left(node, quotes.depth > 0, inForm) === null;
  }, (node) => {
    if (node.nodeType !== ELEMENT) return;
    const own = length - (starts.pop() ?? 0);
    if (node.localName === 'blockquote') quotes.depth -= 1;
    if (node.localName === 'a') links -= 1;
    if (own === 0 || left(node, quotes.depth > 0, inForm) !== null) return;
    ROOTS.forEach((root, kind) => {
      if (!root.is(node)) return;
      best[kind].total += own;
      if (own > best[kind].length) Object.assign(best[kind], { node, length: own });
    });
  });
  const kind = best.findIndex(({ length: own, total }, at) =>
    // A text in several such pieces is whole only in what holds them all.
    own > 0 && (own >= ENOUGH || own * 5 >= length * 2) && (at !== 0 || own * 5 >= total * 3));
  const found = kind < 0 ? { node: page, length } : best[kind];
  return { root: found.node, length: found.length, name: ROOTS[kind < 0 ? ROOTS.length - 1 : kind].name, around: Math.round((length - found.length) / 60) * 10 };
}

/** The page's first heading of the first rank, if it stands outside of `root`. @param {Tree} page @param {Tree} root @param {boolean} inForm */
function firstHeading(page, root, inForm) {
  let heading = '';
  walk(page, (node) => {
    if (heading !== '' || node === root || (node.nodeType === ELEMENT && left(node, false, inForm) !== null)) return false;
    if (node.localName === 'h1') heading = even(textOf(node));
    return true;
  });
  return heading;
}

/** Paragraphs below an element, and what was left out, counted by its name. @param {Tree} root @param {boolean} inForm */
function blocks(root, inForm) {
  /** @type {string[]} */
  const lines = [];
  /** @type {Map<string, number>} */
  const out = new Map();
  /** Lines of the paragraph under way. */
  let under = [''];
  let quotes = 0;
  const add = (/** @type {string} */ text) => {
    under[under.length - 1] += text;
  };
  const isBlank = () => under[under.length - 1].trim() === '';
  const end = () => {
    const text = under.map(even).filter((line) => line !== '').join('\n');
    if (text !== '') lines.push(text);
    under = [''];
  };
  walk(root, (node) => {
    if (node.nodeType === TEXT) add(node.data ?? '');
    if (node.nodeType !== ELEMENT) return true;
    const why = node === root ? null : left(node, quotes > 0, inForm);
    if (why !== null) {
      if (why !== '') {
        end();
        out.set(why, (out.get(why) ?? 0) + 1);
      } else add(' ');
      return false;
    }
    const name = node.localName ?? '';
    if (BLOCKS.has(name)) end();
    if (name === 'blockquote') quotes += 1;
    else if (name === 'q') add('“');
    else if (name === 'td' || name === 'th') {
      // A cell of a line or more is no figure of a table.
      if (under.length > 1) end();
      else if (!isBlank()) add(' | ');
    }
    else if (name === 'br') {
      // Two breaks part paragraphs, one a line.
      if (isBlank()) end();
      else under.push('');
    }
    return true;
  }, (node) => {
    if (node.nodeType !== ELEMENT || (node !== root && left(node, quotes > 0, inForm) !== null)) return;
    const name = node.localName ?? '';
    if (name === 'blockquote') quotes -= 1;
    if (name === 'q') add('”');
    if (BLOCKS.has(name)) end();
  });
  end();
  return { lines, left: out };
}
