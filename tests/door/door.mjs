// The door as the page meets it: the wasm file of dist/ behind the JavaScript of www/pkg/, in Node.
import { readdirSync, readFileSync } from 'node:fs';
import { initSync, Session } from '../../www/pkg/tallysheet.js';

const dist = new URL('../../dist/', import.meta.url);
const file = readdirSync(dist).find((name) => /^tallysheet-.*\.wasm$/.test(name));
if (!file) throw new Error('dist/ holds no wasm: run `cargo xtask build`');
initSync({ module: readFileSync(new URL(file, dist)) });

export { Session };

/** What the native core said for the default view: `{answer, readings}`. */
export function native() {
  const path = process.env.TALLYSHEET_DATA;
  if (!path) throw new Error('TALLYSHEET_DATA is not set: run `cargo xtask test door`');
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * The keys of the embedded articles.
 * @param {Session} session
 */
export function keys(session) {
  return session.ask(question()).articles.map((article) => article.key);
}

/**
 * The default question, or one that differs from it in some fields.
 * @param {object} [changes]
 * @returns {any}
 */
export function question(changes = {}) {
  return { chosen: [], low: undefined, high: undefined, text: '', boilerplate: false, ...changes };
}

/**
 * An article that says nothing but its text.
 * @param {string} text
 */
export function article(text) {
  return { text, headline: '', outlet: '', published: '' };
}

/** The three texts, without what is said about them. */
export function texts() {
  const folder = new URL('../../articles/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.md')).sort();
  return files.map((name) => readFileSync(new URL(name, folder), 'utf8').replace(/^---\n[^]*?\n---\n/, ''));
}
