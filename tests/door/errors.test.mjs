// Whatever comes in: an answer, or a real Error with a code; and the session goes on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, keys, question, Session } from './door.mjs';

/** @typedef {[name: string, call: (session: any) => unknown]} Attempt */

/** @type {Attempt[]} */
const BAD = [
  ['a question that is nothing', (session) => session.ask(null)],
  ['a question that is a string', (session) => session.ask('all')],
  ['a choice that is a number', (session) => session.ask(question({ chosen: 7 }))],
  ['a dimension nobody knows', (session) => session.ask(question({ chosen: [{ dim: 'mood', values: ['good'] }] }))],
  ['a bound that is a word', (session) => session.ask(question({ low: 'many' }))],
  ['a search that is a list', (session) => session.ask(question({ text: ['a'] }))],
  ['a key that no article has', (session) => session.read('00000000')],
  ['a key that is an anchor', (session) => session.read('a1b2c3d4-1-2')],
  ['no key', (session) => session.read('')],
  ['an article that is nothing', (session) => session.add(undefined)],
  ['an article whose text is a number', (session) => session.add({ text: 5 })],
  ['an entity that no article names', (session) => session.entity('person:nobody')],
  ['corrections that are nothing', (session) => session.correct(null)],
  ['a correction of a kind nobody knows', (session) => session.correct([{ kind: 'forget', what: 'person:a', to: '' }])],
  ['a mention taken out that is a word', (session) => session.correct([{ kind: 'split', what: 'here', to: '' }])],
  ['removing a key that no article has', (session) => session.remove('00000000')],
];

for (const [name, call] of BAD) {
  test(`${name} is an Error with a code, and the session goes on`, () => {
    const session = new Session();
    /** @type {any} */
    let thrown;
    try {
      call(session);
    } catch (error) {
      thrown = error;
    }
    assert.ok(thrown instanceof Error, `it gave ${thrown}`);
    assert.ok(!(thrown instanceof WebAssembly.RuntimeError), 'it trapped');
    assert.match(String(/** @type {any} */ (thrown).code), /^[a-z_]+$/);
    assert.ok(thrown.message.length > 10, thrown.message);
    assert.equal(keys(session).length, 3);
  });
}

test('a word where a key belongs does not lock the session', () => {
  const session = new Session();
  assert.throws(() => session.read(/** @type {any} */ (undefined)), Error);
  assert.throws(() => session.remove(/** @type {any} */ ({})), Error);
  assert.equal(keys(session).length, 3);
});

/** @type {Record<string, string>} */
const TEXTS = {
  'nothing': '',
  'white space': ' \n\t\r\n\u00a0\u2003\n',
  'half of a surrogate pair': '\ud800 killed 5 people \udc00\nand \udbff',
  'a pair in the wrong order': '\udc00\ud800 40',
  'zeros and controls': '\u0000 12\u0001 people\u007f\u0085',
  'right to left and joiners': '\u202e12 people\u202c a\u200db \ufeff5',
  'letters with many marks': `e${'\u0301'.repeat(2000)} 7 people`,
  'emoji families': '👩‍👩‍👧‍👦 12 🇺🇸🇩🇪 people 5️⃣',
  'a number of 10,000 digits': `${'9'.repeat(10_000)} people`,
  'a number with 5,000 commas': `1${',000'.repeat(5000)} dollars`,
  'points and exponents': '1.2.3.4 5e400 -0 .5. 1/0 ½⅓ ٣٤ １２ Ⅻ',
  'opening quotes only': '“'.repeat(5000),
  'quotes within quotes': '“‘'.repeat(1000) + 'said he' + '’”'.repeat(1000),
  'one long word': 'a'.repeat(200_000),
  'words without an end': 'Mr. '.repeat(20_000),
  'numbers without an end': 'more than 5 of about 6 to 7 '.repeat(4000),
  'days that are none': 'on 31 February 2021, 99/99/9999, Monday 2021-13-45, year 999999999999',
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`a text of ${name} is read without a trap`, () => {
    const session = new Session();
    try {
      const key = session.add(article(text));
      const reading = session.read(key);
      const back = reading.blocks.map((block) =>
        block.before + block.sentences.map((sentence) =>
          sentence.before + sentence.runs.map((run) => run.text).join('')).join('')).join('') + reading.tail;
      assert.equal(back, text.toWellFormed?.().replace(/\r\n?/g, '\n') ?? back);
      session.ask(question());
      session.remove(key);
    } catch (error) {
      // Refusing (an empty text, one that is too long) is an answer too; a trap is not.
      assert.ok(!(error instanceof WebAssembly.RuntimeError), 'it trapped');
      assert.match(String(/** @type {any} */ (error).code), /^[a-z_]+$/, String(error));
    }
    assert.equal(keys(session).length, 3);
  });
}
