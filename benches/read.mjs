// How fast the shipped wasm reads in Node: the measure of benches/read.rs at the page's own door, and each pass
// alone in the module of benches/passes/. `cargo xtask bench` runs it.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { article, keys, model, Session, texts } from '../tests/door/door.mjs';

const CORPUS_BYTES = 10_000_000;
const bytes = (/** @type {string[]} */ some) => some.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

const first = timed(() => new Session());
console.log(`${'wasm, the first reading, tables and all'.padEnd(44)}${first.toFixed(2).padStart(12)} ms`);
const names = keys(new Session());
const size = bytes(texts());
/** @type {Session | undefined} */
let last;
// Giving its memory back is no part of reading.
report('wasm, the articles, warm, linked', size, best(300, () => {
  last = new Session();
  for (const name of names) last.read(name);
}, () => last?.free()));

const copies = Math.ceil(CORPUS_BYTES / size);
const corpus = Array.from({ length: copies }, (_, copy) => texts().map((text) => `${text}\n\nCopy ${copy}.`)).flat();
const session = new Session();
report('wasm, 10 MB of copies', bytes(corpus), timed(() => {
  // Taken out again at once: this measures reading, not a collection of 3,000 articles.
  for (const text of corpus) session.remove(session.add(article(text)));
}));

const js = pathToFileURL(process.argv[2] ?? '');
const { initSync, Passes } = await import(js.href);
initSync({ module: readFileSync(new URL(js.href.replace(/\.js$/, '_bg.wasm'))) });
const passes = new Passes(texts());
for (const [pass, name] of Passes.names().entries()) {
  report(`wasm, ${name} alone`, size, best(200, () => passes.run(pass, 5)) / 5);
}
// Last: a model once given stays.
Passes.give(model());
const took = best(200, () => passes.tag(5)) / 5;
report('wasm, learnt tagger alone', size, took);
console.log(`${''.padEnd(34)}${(passes.tokens() / (took / 1000)).toFixed(0).padStart(10)} tokens a second`);

/**
 * The best of many runs: what else the machine does can only add.
 * @param {number} runs @param {() => void} work @param {() => void} [after] what is not timed
 */
function best(runs, work, after) {
  return Math.min(...Array.from({ length: runs }, () => {
    const took = timed(work);
    after?.();
    return took;
  }));
}

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
