/**
 * JSON-LD by schema.org: what it says of the page's article.
 *
 * Comes in: the text of a page's scripts of that type. Goes out: plain facts, and what could not be read and where.
 *
 * @typedef {Record<string, unknown>} Thing
 */

/** So many things are looked at, and so far into one another. */
const MOST = 20_000;
const DEEPEST = 32;

/** Where a thing holds others that the page is about. */
const INNER = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item'];

/** @param {string[]} scripts @returns {{nodes: Thing[], problems: string[]}} */
export function read(scripts) {
  /** @type {Thing[]} */
  const nodes = [];
  /** @type {string[]} */
  const problems = [];
  scripts.forEach((text, at) => {
    try {
      flatten(parse(text), nodes);
    } catch (error) {
      const where = scripts.length > 1 ? `, block ${at + 1} of ${scripts.length}` : '';
      problems.push(`The page’s data (JSON-LD${where}) could not be read and were passed over: ${error instanceof Error ? error.message : error}`);
    }
  });
  return { nodes, problems };
}

/** What the wrapping that some pages put around their data, and raw ends of lines in strings, do not hinder. @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    const bare = text.replace(/^\s*(?:<!-{2}|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '').replace(/(?:-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/|;)\s*$/, '');
    try {
      // eslint-disable-next-line no-control-regex
      return JSON.parse(bare.replace(/[\u0000-\u001f]+/g, ' '));
    } catch {
      throw error;
    }
  }
}

/** Every thing, in order, the outer before the inner. @param {unknown} root @param {Thing[]} nodes */
function flatten(root, nodes) {
  /** @type {[unknown, number][]} */
  const waiting = [[root, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, depth] = next;
    if (depth > DEEPEST || nodes.length + waiting.length > MOST) continue;
    /** @type {unknown[]} */
    let inner = [];
    if (Array.isArray(value)) inner = value.slice(0, MOST);
    else if (isThing(value)) {
      nodes.push(value);
      inner = INNER.map((key) => value[key]);
    }
    for (const one of inner.reverse()) if (typeof one === 'object' && one !== null) waiting.push([one, depth + 1]);
  }
}

/**
 * What the first thing that is an article says.
 * @param {Thing[]} nodes
 * @returns {Record<string, string>} by the names that `facts.js` uses; `body` for the article's text
 */
export function said(nodes) {
  const byId = new Map(nodes.filter((node) => Object.keys(node).length > 1).map((node) => [node['@id'], node]));
  /** @param {RegExp} type */
  const first = (type) => nodes.find((node) => types(node).some((one) => type.test(one)));
  const article = first(/NewsArticle$/) ?? first(/(Article|Report|BlogPosting)$/);
  const page = first(/^(\w*WebPage|ItemPage)$/);
  const site = first(/^(WebSite|NewsMediaOrganization)$/);
  const words = (/** @type {unknown} */ value) => names(value, byId);
  return {
    headline: words(article?.headline) || words(article?.name),
    outlet: words(article?.publisher) || words(site?.name),
    published: words(article?.datePublished) || words(page?.datePublished),
    author: words(article?.author) || words(article?.creator),
    language: words(article?.inLanguage) || words(page?.inLanguage),
    body: typeof article?.articleBody === 'string' ? plain(article.articleBody) : '',
  };
}

/** The types of a thing, without the address of the vocabulary. @param {Thing} node */
function types(node) {
  const given = Array.isArray(node['@type']) ? node['@type'] : [node['@type']];
  return given.filter((one) => typeof one === 'string').map((one) => one.replace(/^.*[/#:]/, ''));
}

/** A value in words: itself, its name, or those of a list. @param {unknown} value @param {Map<unknown, Thing>} byId @returns {string} */
function names(value, byId) {
  const list = (Array.isArray(value) ? value : [value]).slice(0, 20);
  const each = list.map((one) => {
    const thing = isThing(one) ? { ...byId.get(one['@id']), ...one } : null;
    // A language may be a thing with its code.
    const name = thing ? thing.name ?? thing.alternateName ?? thing['@value'] : one;
    return typeof name === 'string' ? plain(name).trim() : '';
  });
  return [...new Set(each.filter((one) => one !== ''))].join(', ');
}

const ENTITIES = /** @type {Record<string, string>} */ ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', ndash: '–', mdash: '—' });

/** Text whose marks were written as for HTML, as many pages do. @param {string} text */
function plain(text) {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (as, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? as;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : as;
  });
}

/** @param {unknown} value @returns {value is Thing} */
function isThing(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
