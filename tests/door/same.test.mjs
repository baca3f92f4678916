// The native core and the wasm core say the same of the three articles.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keys, native, plain, question, Session } from './door.mjs';

test('the default answer is the same', () => {
  assert.deepEqual(plain(new Session().ask(question())), plain(native().answer));
});

test('each article’s reading is the same', () => {
  const session = new Session();
  const readings = Object.values(native().readings);
  assert.equal(readings.length, 3);
  for (const key of keys(session)) {
    assert.deepEqual(plain(session.read(key)), plain(readings.find((reading) => reading.key === key)));
  }
});
