/**
 * The engine: the Rust core in a Worker, and the manners of talking to it.
 *
 * Comes in: addresses of the Worker's script and of the wasm. Goes out: `ask`, `read`, `add`,
 * `remove` and more, each a promise that always settles. A Worker that trapped or fell silent is thrown away;
 * a new one is given the added articles again and asked once more. Knows nothing of the page.
 *
 * @typedef {import('../../pkg/tallysheet.js').Answer} Answer
 * @typedef {import('../../pkg/tallysheet.js').Reading} Reading
 * @typedef {import('../../pkg/tallysheet.js').Minimap} Minimap
 * @typedef {import('../../pkg/tallysheet.js').EntityPage} EntityPage
 * @typedef {import('../../pkg/tallysheet.js').CoMentions} CoMentions
 * @typedef {import('../../pkg/tallysheet.js').Correction} Correction
 * @typedef {import('../../pkg/tallysheet.js').Question} Question
 * @typedef {import('../../pkg/tallysheet.js').NewArticle} NewArticle
 * @typedef {{worker: string, wasm: string, model: string}} Addresses
 * @typedef {{resolve: (value: any) => void, reject: (error: Error) => void, timer: number}} Waiting
 * @typedef {{post: (call: string, args: unknown[], ms: number) => Promise<any>, ready: Promise<unknown>, end: (error: Error) => void}} Running
 */

/** How long to wait for the Worker to load, and for one answer. */
const LOAD_MS = 30_000;
const CALL_MS = 20_000;
/** How long the tagger's model may take, over a slow line. */
const MODEL_MS = 180_000;

/** After these the Worker's state is not to be trusted any more. */
const BROKEN = new Set(['trapped', 'crashed', 'silent']);

/** An error with a code, for what the page shows. */
export class EngineError extends Error {
  /** @param {string} code @param {string} message @param {string} [name] */
  constructor(code, message, name = 'EngineError') {
    super(message);
    this.code = code;
    this.name = name;
  }
}

/**
 * @param {Addresses} addresses absolute
 */
export function createEngine(addresses) {
  /** @type {Running | null} */
  let running = null;
  /** Whether names are read with the tagger's model: a Worker that is started again is then given it too. */
  let refined = false;
  /** What the reader corrected, to be laid over again after a restart. @type {Correction[]} */
  let corrections = [];
  /** Articles that the reader added, to be added again after a restart, by key. @type {Map<string, NewArticle>} */
  const added = new Map();

  /** A Worker that is loaded and holds what was added. */
  const ready = async () => {
    running ??= launch(addresses, [...added.values()], refined, corrections);
    const mine = running;
    try {
      await mine.ready;
    } catch (error) {
      if (running === mine) running = null;
      mine.end(fault(error));
      throw error;
    }
    return mine;
  };

  /** @param {string} call @param {unknown[]} args @param {number} ms */
  const once = async (call, args, ms) => {
    const mine = await ready();
    try {
      return await mine.post(call, args, ms);
    } catch (error) {
      if (BROKEN.has(fault(error).code)) {
        if (running === mine) running = null;
        mine.end(fault(error));
      }
      throw error;
    }
  };

  /** @param {string} call @param {unknown[]} args @param {number} [ms] */
  const twice = async (call, args, ms = CALL_MS) => {
    try {
      return await once(call, args, ms);
    } catch (error) {
      if (!BROKEN.has(fault(error).code)) throw error;
      return once(call, args, ms);
    }
  };

  return {
    /** @param {Question} question @returns {Promise<Answer>} */
    ask: (question) => twice('ask', [question]),
    /** @param {string} key @returns {Promise<Reading>} */
    read: (key) => twice('read', [key]),
    /** All that is said of one entity. @param {string} key @returns {Promise<EntityPage>} */
    entity: (key) => twice('entity', [key]),
    /** Who is named in the same sentences, at least so often. @param {number} minimum @returns {Promise<CoMentions>} */
    together: (minimum) => twice('together', [minimum]),
    /** Where an article's marks stand. @param {string} key @returns {Promise<Minimap>} */
    minimap: (key) => twice('minimap', [key]),
    /** Lays these corrections over what was read, in place of those before. @param {Correction[]} all */
    async correct(all) {
      await twice('correct', [all]);
      corrections = all;
    },
    /**
     * Fetches the tagger's model and reads everything anew with it. Rejects if it cannot be fetched or used;
     * the engine then goes on as before.
     * @returns {Promise<void>}
     */
    async refine() {
      await twice('refine', [addresses.model], MODEL_MS);
      refined = true;
    },
    /** How long the last reading took, in milliseconds. @returns {Promise<number>} */
    readMs: () => twice('readMs', []),
    /** @param {NewArticle} article @returns {Promise<string>} */
    async add(article) {
      const key = await twice('add', [article]);
      added.set(key, article);
      return key;
    },
    /** @param {string} key */
    async remove(key) {
      await twice('remove', [key]);
      added.delete(key);
    },
    /** Ends the Worker; the next call starts a new one. */
    stop() {
      running?.end(new EngineError('stopped', 'The engine was stopped.'));
      running = null;
    },
  };
}

/** @param {unknown} error @returns {EngineError} */
function fault(error) {
  return error instanceof EngineError ? error : new EngineError('unknown', String(error));
}

/**
 * Starts a Worker and speaks its protocol: `{id, call, args}` there, `{id, value}` or
 * `{id, error: {name, code, message}}` back.
 *
 * A Worker that is started from an address is not bound by the page's `<meta>` policy; one that is
 * started from a `blob:` inherits it. So the blob's one line imports our module.
 * @param {Addresses} addresses
 * @param {NewArticle[]} articles
 * @param {boolean} refined
 * @param {Correction[]} corrections
 * @returns {Running}
 */
function launch(addresses, articles, refined, corrections) {
  const line = `import ${JSON.stringify(addresses.worker)};`;
  const blob = URL.createObjectURL(new Blob([line], { type: 'text/javascript' }));
  /** @type {Map<number, Waiting>} */
  const waiting = new Map();
  let ids = 0;
  /** @type {EngineError | null} */
  let over = null;
  const worker = new Worker(blob, { type: 'module', name: 'tallysheet' });

  /** @param {Error} error */
  const end = (error) => {
    if (over) return;
    over = fault(error);
    worker.terminate();
    URL.revokeObjectURL(blob);
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(over);
    }
    waiting.clear();
  };

  let loaded = false;
  worker.onmessage = ({ data }) => {
    const one = waiting.get(data?.id);
    if (!one) return;
    waiting.delete(data.id);
    clearTimeout(one.timer);
    if (data.error) one.reject(new EngineError(data.error.code, data.error.message, data.error.name));
    else one.resolve(data.value);
  };
  worker.onerror = (event) => {
    // Our own message says it; the browser need not repeat it as an unhandled error.
    event.preventDefault();
    end(loaded
      ? new EngineError('crashed', 'The reading engine stopped unexpectedly.')
      : new EngineError('not_loaded', 'The reading engine’s script could not be loaded.'));
  };
  worker.onmessageerror = () => end(new EngineError('crashed', 'The reading engine sent something unreadable.'));

  /** @param {string} call @param {unknown[]} args @param {number} ms */
  const post = (call, args, ms) =>
    new Promise((resolve, reject) => {
      if (over) {
        reject(over);
        return;
      }
      const id = ++ids;
      const timer = /** @type {any} */ (setTimeout(() => {
        waiting.delete(id);
        reject(new EngineError(loaded ? 'silent' : 'not_loaded', 'The reading engine did not answer in time.'));
      }, ms));
      waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, call, args });
    });

  const ready = (async () => {
    await post('load', [addresses.wasm], LOAD_MS);
    loaded = true;
    URL.revokeObjectURL(blob);
    // It was here before: the browser's cache has it. Without it names are read by rules, as at first.
    if (refined) await post('refine', [addresses.model], MODEL_MS).catch(() => {});
    for (const article of articles) await post('add', [article], CALL_MS);
    if (corrections.length) await post('correct', [corrections], CALL_MS);
  })();
  return { post, ready, end };
}
