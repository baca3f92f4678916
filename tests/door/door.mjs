// The door as the page meets it: the wasm file of dist/ behind the JavaScript of www/pkg/, in Node.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { initSync, Session } from '../../www/pkg/tallysheet.js';

const dist = new URL('../../dist/', import.meta.url);
initSync({ module: shipped(/^tallysheet-.*\.wasm$/) });

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

/** A file of dist/. @param {RegExp} name */
function shipped(name) {
  const file = readdirSync(dist).find((one) => name.test(one));
  if (!file) throw new Error('dist/ is not built: run `cargo xtask build`');
  return readFileSync(new URL(file, dist));
}

/** The bytes of the tagger's model, as the page fetches them. */
export function model() {
  return new Uint8Array(shipped(/^names-.*\.bin$/));
}

/**
 * What the native core says with the model of its three articles and more texts: `{answer, readings}`.
 * @param {{id: string, text: string}[]} more
 */
export function nativeWith(more) {
  const command = process.env.TALLYSHEET_NATIVE;
  if (!command) throw new Error('TALLYSHEET_NATIVE is not set: run `cargo xtask test door`');
  const file = fileURLToPath(new URL('../../data/model.bin', import.meta.url));
  const input = more.map((line) => JSON.stringify(line)).join('\n');
  const said = execFileSync(command, ['--model', file, 'page-data', '--jsonl'], { input, maxBuffer: 1 << 30 });
  return JSON.parse(String(said));
}

/**
 * Texts beside the articles: the news development set where it lies beside the project, else the sentences of
 * our own cases.
 * @returns {{id: string, text: string}[]}
 */
export function moreTexts() {
  const set = new URL('../../../shared/bench/news/dev.jsonl', import.meta.url);
  if (existsSync(set)) {
    const lines = readFileSync(set, 'utf8').split('\n').filter((line) => line.trim() !== '');
    return lines.map((line) => JSON.parse(line)).map(({ id, text }) => ({ id, text }));
  }
  const folder = new URL('../cases/', import.meta.url);
  const files = readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith('.txt')).sort();
  return files.map((id) => ({
    id,
    text: readFileSync(new URL(id, folder), 'utf8').split('\n').filter((line) => !/^(#|\[|$)/.test(line)).join('\n\n'),
  }));
}

/**
 * Without the fields that hold nothing: JSON writes them as null, the door leaves them undefined.
 * @param {any} value
 * @returns {any}
 */
export function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, held]) => held !== null && held !== undefined);
  return Object.fromEntries(kept.map(([name, held]) => [name, plain(held)]));
}
