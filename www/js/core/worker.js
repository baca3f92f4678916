/**
 * The Worker's side: loads the wasm, holds the one session, answers messages.
 *
 * Comes in: `{id, call, args}`. Goes out: `{id, value}` or `{id, error: {name, code, message}}`;
 * always one of them. To add a call: one line in {@link CALLS}.
 */
import init, { Session } from '../../pkg/tallysheet.js';

/** How long one try to fetch a file may take. */
const FETCH_MS = 80_000;

/** @type {Session | null} */
let session = null;

/** @returns {Session} */
const open = () => {
  if (!session) throw Object.assign(new Error('The reading engine is not loaded yet.'), { code: 'not_loaded' });
  return session;
};

/** @type {Record<string, (...args: any[]) => unknown>} */
const CALLS = {
  load: async (/** @type {string} */ wasm) => {
    await init({ module_or_path: await fetched(wasm) });
    session = new Session();
  },
  ask: (question) => open().ask(question),
  read: (key) => open().read(key),
  add: (article) => open().add(article),
  remove: (key) => open().remove(key),
  entity: (key) => open().entity(key),
  together: (minimum) => open().coMentions(minimum),
  correct: (corrections) => open().correct(corrections),
  minimap: (key) => open().minimap(key),
  readMs: () => open().readMs,
  refine: async (/** @type {string} */ model) => {
    const bytes = new Uint8Array(await (await fetched(model)).arrayBuffer());
    if (!open().takeModel(bytes)) throw Object.assign(new Error('The file that names are learnt from is damaged.'), { code: 'not_loaded' });
    // What is asked meanwhile is answered between two articles.
    while (open().readOn()) await new Promise((done) => setTimeout(done, 0));
  },
};

self.onmessage = async ({ data }) => {
  const { id, call, args } = data;
  try {
    const does = Object.hasOwn(CALLS, call) ? CALLS[call] : null;
    if (!does) throw new Error(`There is no call “${call}”.`);
    self.postMessage({ id, value: await does(...args) });
  } catch (error) {
    self.postMessage({ id, error: plain(error) });
  }
};

/** Once more after a pause: right after a deploy the first try can meet the old files. @param {string} address */
async function fetched(address) {
  try {
    return await get(address, 'default');
  } catch {
    await new Promise((done) => setTimeout(done, 400));
    return get(address, 'reload');
  }
}

/** @param {string} address @param {RequestCache} cache */
async function get(address, cache) {
  const fail = (/** @type {string} */ why) =>
    Object.assign(new Error(`A part of the reading engine could not be fetched (${why}).`), { code: 'not_loaded' });
  const response = await fetch(address, { cache, signal: AbortSignal.timeout(FETCH_MS) }).catch(() => {
    throw fail('no connection, or blocked');
  });
  if (!response.ok) throw fail(`the server said ${response.status}`);
  return response;
}

/** What can cross to the page: `postMessage` drops an error's own properties. @param {unknown} thrown */
function plain(thrown) {
  if (thrown instanceof WebAssembly.RuntimeError) {
    return { name: thrown.name, code: 'trapped', message: 'The reading engine stopped on this question.' };
  }
  if (thrown instanceof WebAssembly.CompileError || thrown instanceof WebAssembly.LinkError) {
    return { name: thrown.name, code: 'not_loaded', message: 'The reading engine’s file is damaged.' };
  }
  const error = /** @type {{name?: unknown, code?: unknown, message?: unknown}} */ (
    typeof thrown === 'object' && thrown !== null ? thrown : { message: thrown }
  );
  return {
    name: String(error.name ?? 'Error'),
    code: String(error.code ?? 'unknown'),
    message: String(error.message ?? 'Something went wrong.'),
  };
}
