// The store: one request per change, the latest wins, and every failure ends in a state with a way on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BLANK } from '../../www/js/state/address.js';
import { createStore } from '../../www/js/state/store.js';

/** An engine that answers with the question's text, when told to. @param {() => Promise<void>} [refine] by default it never ends */
function slow(refine = () => new Promise(() => {})) {
  /** @type {{text: string, settle: (ok: boolean) => void}[]} */
  const asked = [];
  const engine = {
    ask: (/** @type {any} */ question) =>
      new Promise((resolve, reject) => {
        const settle = (/** @type {boolean} */ ok) =>
          ok ? resolve({ articles: [], text: question.text }) : reject(Object.assign(new Error('No such filter.'), { code: 'bad_question' }));
        asked.push({ text: question.text, settle });
      }),
    read: async () => ({}), minimap: async () => ({}), readMs: async () => 1, together: async () => ({ pairs: [], total: 0 }),
    entity: async (/** @type {string} */ key) => {
      if (key === 'nobody') throw Object.assign(new Error('Nobody.'), { code: 'no_such_entity' });
      return { key };
    },
    add: async () => 'k', remove: async () => {}, correct: async () => {}, refine,
  };
  const store = createStore(/** @type {any} */ (engine), () => {});
  return { store, asked };
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 0));
const at = (/** @type {string} */ text) => ({ ...BLANK, text });
const shown = (/** @type {any} */ store) => store.known.answer?.text;

test('the empty question comes first, then the place’s own', async () => {
  const { store, asked } = slow();
  void store.go(at('troops'));
  assert.equal(asked.length, 0);
  void store.start();
  assert.deepEqual(asked.map((a) => a.text), ['']);
  asked[0].settle(true);
  await rest();
  assert.equal(store.known.phase, 'ready');
  assert.deepEqual(asked.map((a) => a.text), ['', 'troops']);
  asked[1].settle(true);
  await rest();
  assert.equal(shown(store), 'troops');
});

test('of several questions the latest answer is shown, whatever comes last', async () => {
  const { store, asked } = slow();
  void store.start();
  asked[0].settle(true);
  await rest();
  void store.go(at('one'));
  void store.go(at('two'));
  asked[2].settle(true);
  await rest();
  asked[1].settle(true);
  await rest();
  assert.equal(shown(store), 'two');
});

test('going back to what is shown asks nothing and drops what is on its way', async () => {
  const { store, asked } = slow();
  void store.start();
  asked[0].settle(true);
  await rest();
  void store.go(at('one'));
  void store.go(at(''));
  asked[1].settle(true);
  await rest();
  assert.deepEqual([asked.length, shown(store)], [2, '']);
});

test('a failure at the start can be tried again', async () => {
  const { store, asked } = slow();
  void store.start();
  asked[0].settle(false);
  await rest();
  assert.deepEqual([store.known.phase, store.known.problem?.code], ['failed', 'bad_question']);
  void store.start();
  assert.deepEqual([store.known.phase, store.known.problem], ['starting', null]);
  asked[1].settle(true);
  await rest();
  assert.equal(store.known.phase, 'ready');
});

test('a bad question leaves the last answer, and a good one clears the problem', async () => {
  const { store, asked } = slow(() => Promise.reject(new Error('No model.')));
  void store.start();
  asked[0].settle(true);
  await rest();
  asked[1].settle(true);
  await rest();
  assert.deepEqual([store.known.names, store.known.unrefined?.message], ['failed', 'No model.']);
  void store.go(at('bad'));
  asked[2].settle(false);
  await rest();
  assert.deepEqual([shown(store), store.known.problem?.message], ['', 'No such filter.']);
  void store.go(at(''));
  await rest();
  assert.equal(store.known.problem, null);
});

test('a question that names what only the learnt model finds waits for it', async () => {
  /** @type {() => void} */
  let there = () => {};
  const { store, asked } = slow(() => new Promise((resolve) => (there = () => resolve(undefined))));
  void store.go(at('a name'));
  void store.start();
  asked[0].settle(true);
  await rest();
  asked[1].settle(false);
  await rest();
  assert.deepEqual([store.known.names, store.known.problem, shown(store)], ['refining', null, '']);
  there();
  await rest();
  assert.deepEqual(asked.map((a) => a.text), ['', 'a name', 'a name']);
  asked[2].settle(true);
  await rest();
  assert.deepEqual([store.known.names, shown(store)], ['learnt', 'a name']);
});

test('the page of an entity comes with its place, and none is no failure', async () => {
  const { store, asked } = slow();
  void store.start();
  asked[0].settle(true);
  await rest();
  void store.go({ ...BLANK, view: 'entity', who: 'person:a' });
  await rest();
  assert.deepEqual([store.known.entity, asked.length], [{ key: 'person:a', page: { key: 'person:a' } }, 1]);
  void store.go({ ...BLANK, view: 'entity', who: 'nobody' });
  await rest();
  assert.deepEqual([store.known.entity, store.known.problem], [{ key: 'nobody', page: null }, null]);
});
