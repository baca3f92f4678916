/**
 * What the reader brings, as articles: files that are dropped or chosen, and what is pasted.
 *
 * @typedef {import('../html/page.js').Read} Read
 * @typedef {{text: string, headline: string, outlet: string, published: string}} Typed what the form holds
 */
import { LARGEST, Unreadable, article, decode, isHtml } from '../html/page.js';

/** A page with more tags is refused: it would hold the browser up for too long. */
const MOST_TAGS = 200_000;

/**
 * Parsed by the browser: scripts in it do not run, and nothing is fetched. The page's policy, which refuses inline handlers
 * and styles in any case, and says so for each, is not even asked: they become what it does not know, unread as before.
 * @param {string} source @param {string} called
 */
function parsed(source, called) {
  let tags = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    tags += 1;
    if (tags > MOST_TAGS) throw new Unreadable(`${called} has more than ${MOST_TAGS.toLocaleString('en-GB')} tags, at character ${at.toLocaleString('en-GB')} of ${source.length.toLocaleString('en-GB')}. No article needs so many.`);
  }
  const idle = source.replace(/<(\/?)style(?=[\s>/])/gi, '<$1noframes').replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\s(?=(?:on[a-z]+|style)\s*=)/gi, ' data-'));
  return article(new DOMParser().parseFromString(idle, 'text/html'), called);
}

/** @param {File} file @returns {Promise<Read>} */
export async function fromFile(file) {
  const called = `“${file.name}”`;
  // What is too large is not even opened.
  const bytes = await file.slice(0, LARGEST + 1).arrayBuffer().catch(() => {
    throw new Unreadable(`${called} could not be opened. Is it a folder?`);
  });
  const text = decode(new Uint8Array(bytes), called, file.size);
  return isHtml(text) ? parsed(text, called) : { article: { text }, about: { notes: [] } };
}

/**
 * What the form holds. What is typed there goes before what a pasted page says.
 * @param {Typed} typed @returns {Read}
 */
export function fromForm(typed) {
  if (!isHtml(typed.text)) return { article: typed, about: { notes: [] } };
  if (typed.text.length > LARGEST) throw new Unreadable('What you pasted is too long to be read.');
  const { article: read, about } = parsed(typed.text, 'What you pasted');
  const names = /** @type {const} */ (['headline', 'outlet', 'published']);
  for (const [at, name] of names.entries()) {
    if (typed[name] === '') continue;
    read[name] = typed[name];
    read.by?.splice(at, 1, '');
  }
  return { article: read, about };
}

/** Takes files that are dropped anywhere on the page. @param {(files: File[]) => void} take */
export function whenDropped(take) {
  const holds = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') ?? false;
  const over = (/** @type {boolean} */ on) => document.documentElement.toggleAttribute('data-dropping', on);
  addEventListener('dragover', (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    over(true);
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) over(false);
  });
  addEventListener('drop', (event) => {
    over(false);
    if (!holds(event)) return;
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
}
