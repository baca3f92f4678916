// Charts without a browser: where things go on an axis, and how time is divided.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eras, pick } from '../../www/js/charts/index.js';
import { axis, colour } from '../../www/js/charts/kit.js';

/** @param {string} first @param {string} [last] @returns {any} */
const event = (first, last = first) => ({ first, last, label: first, at: 'k-1-2', article: 'k', basis: 'stated', words: '' });

test('an axis is linear, in percent, and never leaves the drawing', () => {
  const { x, ticks } = axis(0, 1500);
  assert.ok(Math.abs((x(0) + x(1500)) / 2 - x(750)) < 0.02);
  assert.deepEqual([x(-1e12), x(1e12)], [0, 100]);
  assert.deepEqual(ticks, [0, 500, 1000, 1500]);
});

test('an axis of one value has that value in its middle and as its only tick', () => {
  const { x, ticks } = axis(22, 22);
  assert.deepEqual([ticks, x(22)], [[22], 45.5]);
});

test('between whole numbers only whole numbers are labelled', () => {
  assert.deepEqual(axis(0, 2).ticks, [0, 1, 2]);
  assert.ok(axis(0, 0.5).ticks.length > 2);
});

test('years without events break the timeline', () => {
  const found = eras([event('2018-10-26'), event('2018-11-06'), event('2016-01-01', '2016-12-31'), event('2025-01-22')]);
  assert.deepEqual(found.map((era) => [era.label, era.dated.length]), [['2016', 1], ['2018', 2], ['2025', 1]]);
  assert.ok(Math.abs(found.reduce((sum, era) => sum + era.width, 0) - 100) < 0.1);
});

test('many parts still fit, and damaged days are left out', () => {
  const many = eras(Array.from({ length: 40 }, (_, i) => event(`${1900 + 2 * i}-01-01`)));
  assert.equal(many.length, 40);
  assert.ok(many.every((era) => era.width > 0 && era.left + era.width <= 100.5));
  assert.deepEqual(eras([event('no day'), event('2020-02-02', '2020-01-01')]), []);
});

test('the nearest mark is one that is drawn', () => {
  const columns = { place: new Float32Array([0.1, 0.5, 0.52]), layer: new Uint8Array([0, 1, 0]) };
  assert.equal(pick(columns, 0.5, ['figure', 'name'], new Set()), 1);
  assert.equal(pick(columns, 0.5, ['figure', 'name'], new Set(['name'])), 2);
  assert.equal(pick(columns, 0.5, ['figure', 'name'], new Set(['name', 'figure'])), -1);
});

test('every letter has a colour', () => {
  assert.deepEqual(['A', 'B', 'F', 'G', 'Z', 'A2', '?'].map(colour), ['art-1', 'art-2', 'art-6', 'art-1', 'art-2', 'art-3', 'art-1']);
});
