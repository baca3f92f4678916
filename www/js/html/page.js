/**
 * From a saved page, or its source, to an article: the facts that its data state, each with what said so, and its text.
 *
 * The page is parsed by the browser's own parser into a document that nothing runs in and that loads nothing. From here on
 * there is only plain text.
 *
 * @typedef {import('../../pkg/tallysheet.js').NewArticle} NewArticle
 * @typedef {import('./walk.js').Tree} Tree
 * @typedef {import('./facts.js').Stated} Stated
 * @typedef {{author?: Stated, language?: Stated, notes: string[]}} About what the core need not know: who wrote it, in which
 *   language, and how the page was read
 * @typedef {{article: NewArticle, about: About}} Read
 */
import { count, list } from '../state/words.js';
import { body } from './body.js';
import { facts } from './facts.js';

/** Larger files are refused: no article needs so much, and the page would stand still while it is parsed. */
export const LARGEST = 12 << 20;

/** Why something cannot be read as an article, as a sentence for the reader. */
export class Unreadable extends Error {}

/** Whether a text is the source of a page. @param {string} text */
export function isHtml(text) {
  const start = text.slice(0, 4000).replace(/^\s*(<\?xml[^>]*>|<!-{2}[^]*?-->|\s+)*/, '');
  if (/^<(!doctype\s+html|html|head|body|meta|title|article|main|div|section|p|h1)[\s>/]/i.test(start)) return true;
  return (text.slice(0, 20_000).match(/<\/?(p|div|article|section|span|h[1-6]|br|li|meta|script)(\s[^<>]*)?>/gi)?.length ?? 0) >= 6;
}

/**
 * @param {Tree} page parsed @param {string} called what to call it: a file's name
 * @returns {Read}
 */
export function article(page, called) {
  const { facts: found, linked, problems: notes } = facts(page);
  const taken = body(page);
  let { text } = taken;
  if (words(text) < FEW) {
    const whole = linked.body;
    if (words(whole) > words(text)) {
      text = whole;
      notes.push('The page’s own text is drawn by scripts, which are not run here: its text was taken from its data (JSON-LD).');
    } else if (text === '') {
      throw new Unreadable(`${called} holds no text: nothing but scripts, menus and forms was found in its body. If scripts draw it, save it from the browser after it has been shown, or copy the text.`);
    }
  } else {
    const left = [...taken.left].map(([name, n]) => count(n, name));
    if (taken.beside !== '') left.unshift(taken.beside);
    notes.push(`Of the page, ${taken.from} was taken${left.length ? `; left out: ${list(left)}` : ''}.`);
  }
  const language = found.language?.value ?? '';
  if (language !== '' && !/^en\b/i.test(language)) notes.push(`The page says that its language is “${language}”. Only English is read, so expect little.`);
  const told = [found.headline, found.outlet, found.published];
  const [headline, outlet, published] = told.map((fact) => fact?.value ?? '');
  const by = told.map((fact) => fact?.by ?? '');
  return { article: { text, headline, outlet, published, by }, about: { author: found.author, language: found.language, notes } };
}

/** A page with fewer words is looked at for its text elsewhere. */
const FEW = 40;

/** @param {string} text */
function words(text) {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/**
 * The text of a file, by its own word about its letters.
 * @param {Uint8Array} bytes @param {string} called @param {number} [length] of the whole file, if it is longer
 */
export function decode(bytes, called, length = bytes.length) {
  if (length > LARGEST) throw new Unreadable(`${called} is ${size(length)} large; up to ${size(LARGEST)} can be read.`);
  if (bytes.length === 0) throw new Unreadable(`${called} is empty.`);
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048));
  if (/^bplist|^MIME-Version:|^From: <Saved by/im.test(head)) {
    throw new Unreadable(`${called} is a web archive. Save the page as “HTML only” or “Webpage, complete” and take the .html file.`);
  }
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
  if (marked === '' && (head.startsWith('%PDF') || head.includes('\0'))) {
    throw new Unreadable(`${called} is neither a page nor a text: byte ${Math.max(0, head.indexOf('\0'))} is no letter. Drop a saved .html file or a .txt file.`);
  }
  const named = marked || (/<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? '');
  try {
    return new TextDecoder(named || 'utf-8', { fatal: named === '' }).decode(bytes);
  } catch {
    // Neither said nor UTF-8, or a name that browsers do not know: what older pages are written in.
    return new TextDecoder(named === '' ? 'windows-1252' : 'utf-8').decode(bytes);
  }
}

/** @param {number} bytes */
function size(bytes) {
  return `${(bytes / (1 << 20)).toFixed(0)} MB`;
}
