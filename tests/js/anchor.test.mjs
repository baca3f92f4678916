// Anchors: their parts, and the way to the sentence when a mark is gone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locate, parts } from '../../www/js/state/anchor.js';

test('an anchor has a key and a span, with or without a layer', () => {
  assert.deepEqual(parts('a1b2c3d4-170-175'), { key: 'a1b2c3d4', start: 170, end: 175 });
  assert.deepEqual(parts('a1b2c3d4-170-175-f'), { key: 'a1b2c3d4', start: 170, end: 175 });
  for (const none of ['', 'a1', 'a1-2', 'a1-x-3', 'a1-5-5', 'a1-9-3', 'a1-1-2-', 'a1-1-2-ff', ' a1-1-2', '-1-2']) assert.equal(parts(none), null, none);
});

/** @type {any} */
const reading = {
  key: 'k', tail: '', marks: [{ at: 'k-4-9-f' }],
  blocks: [{ sentences: [{ at: 'k-0-20' }, { at: 'k-21-40' }] }, { sentences: [{ at: 'k-42-60' }] }],
};
const readings = new Map([['k', reading]]);

test('a mark is found with its sentence', () => {
  assert.deepEqual(locate('k-4-9-f', readings), { mark: 0, sentence: 'k-0-20', article: 'k', exact: true });
  assert.deepEqual(locate('k-42-60', readings), { mark: -1, sentence: 'k-42-60', article: 'k', exact: true });
});

test('a mark that is gone falls back to the sentence its span begins in', () => {
  assert.deepEqual(locate('k-25-28-n', readings), { mark: -1, sentence: 'k-21-40', article: 'k', exact: false });
  assert.equal(locate('k-41-42', readings), null);
  assert.equal(locate('other-0-3', readings), null);
});
