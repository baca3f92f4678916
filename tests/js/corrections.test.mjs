// The log of corrections: added to, undone and done again; what was undone is given up by the next one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NONE, added, holding, told } from '../../www/js/state/corrections.js';

/** @param {string} entity @returns {any} */
const hide = (entity) => ({ does: { kind: 'hide', what: entity, to: '' }, says: `“${entity}” is hidden.` });

test('corrections hold in their order, and are undone from the end', () => {
  const two = added(added(NONE, hide('a')), hide('b'));
  assert.deepEqual(told(two).map((one) => /** @type {any} */ (one).what), ['a', 'b']);
  const undone = holding(two, 1);
  assert.deepEqual([told(undone).length, undone.entries.length], [1, 2]);
  assert.deepEqual(holding(undone, 2), two);
  assert.deepEqual([holding(two, -1).held, holding(two, 9).held], [0, 2]);
  assert.deepEqual(told(NONE), []);
});

test('a new correction takes the place of those undone', () => {
  const log = added(holding(added(added(NONE, hide('a')), hide('b')), 1), hide('c'));
  assert.deepEqual(log.entries.map((entry) => entry.says), ['“a” is hidden.', '“c” is hidden.']);
  assert.equal(log.held, 2);
});
