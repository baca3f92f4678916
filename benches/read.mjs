// How fast the shipped wasm reads in Node: the measure of benches/read.rs at the page's own door.
// `cargo xtask bench` runs it.
import { article, keys, Session, texts } from '../tests/door/door.mjs';

const CORPUS_BYTES = 10_000_000;
const bytes = (/** @type {string[]} */ some) => some.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

const names = keys(new Session());
const size = bytes(texts());
const times = Array.from({ length: 220 }, () =>
  timed(() => {
    const session = new Session();
    for (const name of names) session.read(name);
    session.free();
  }));
const warm = times.slice(20).sort((a, b) => a - b);
report('wasm, the articles, warm, linked', size, warm[warm.length >> 1]);

const copies = Math.ceil(CORPUS_BYTES / size);
const corpus = Array.from({ length: copies }, (_, copy) => texts().map((text) => `${text}\n\nCopy ${copy}.`)).flat();
const session = new Session();
report('wasm, 10 MB of copies', bytes(corpus), timed(() => {
  // Taken out again at once: this measures reading, not a collection of 3,000 articles.
  for (const text of corpus) session.remove(session.add(article(text)));
}));

/** @param {() => void} work */
function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** @param {string} what @param {number} size @param {number} ms */
function report(what, size, ms) {
  const speed = (size / 1e6 / (ms / 1000)).toFixed(2);
  console.log(`${what.padEnd(34)}${speed.padStart(10)} MB/s${ms.toFixed(2).padStart(12)} ms`);
}
