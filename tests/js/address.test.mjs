// The address: every place there and back, and what is damaged named, never fatal.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BLANK, filters, format, parse, question, toggled, unfiltered } from '../../www/js/state/address.js';

/** @typedef {import('../../www/js/state/address.js').Place} Place */

/** @param {Partial<Place>} part @returns {Place} */
const place = (part) => ({ ...BLANK, ...part });

test('a place goes into the address and comes back', () => {
  /** @type {Partial<Place>[]} */
  const places = [
    {},
    { at: 'a1b2c3d4-170-175-f' },
    { view: 'read' },
    { view: 'collection', text: 'troops' },
    { view: 'read', at: 'a1b2c3d4-170-175', open: ['a1b2c3d4', 'ffff0000'] },
    { chosen: { unit: ['USD', '[mi_i]'], entity: ['Donald Trump', 'U.S.'] }, low: -2.5, high: 1e9 },
    { view: 'entity', who: 'person:donald_trump' },
    { view: 'entity', who: 'place:a&b', at: 'a1b2c3d4-170-175-n', together: 5 },
    { text: 'a&b=c?d#e%f + “g” 日本', boilerplate: true, hide: ['name', 'quote'] },
  ];
  for (const one of places) {
    const back = parse(format(place(one)));
    assert.deepEqual(back.place, place(one), format(place(one)));
    assert.deepEqual(back.problems, []);
  }
});

test('an anchor alone is a permalink, and the default view has no address', () => {
  assert.equal(format(place({ at: 'a1b2c3d4-1-2' })), '#a1b2c3d4-1-2');
  assert.equal(format(BLANK), '#');
  assert.deepEqual(parse('').place, BLANK);
  assert.equal(format(place({ view: 'read' })), '#read');
});

test('parts of the page have names that links without scripts can use', () => {
  for (const id of ['main', 'reader', 'part-when', 'article-a1b2c3d4', 'strip-troop.b']) {
    assert.deepEqual([parse(`#${id}`).section, parse(`#${id}`).problems], [id, []]);
  }
});

test('what is damaged is named, and the rest is read', () => {
  const { place: read, problems } = parse('#%zz?view=nowhere&low=ten&high=5&unit=USD&hide=everything&=x&__proto__=y&open=../..');
  assert.equal(problems.length, 7);
  assert.deepEqual(read, place({ high: 5, chosen: { unit: ['USD'] } }));
});

test('a page of nobody is refused, and whose page it is belongs to that page alone', () => {
  const nobody = parse('#entity?who=');
  assert.deepEqual([nobody.place, nobody.problems.length], [BLANK, 2]);
  assert.deepEqual(parse('#read?who=person:x').place, place({ view: 'read' }));
  for (const bad of ['0', '-1', '2.5', 'x', '1e9', '']) assert.equal(parse(`#?together=${bad}`).problems.length, 1, bad);
});

test('a range upside down is refused whole', () => {
  const { place: read, problems } = parse('#?low=9&high=3');
  assert.deepEqual([read.low, read.high, problems.length], [null, null, 1]);
});

test('no fragment makes it fail', () => {
  let seed = 7;
  const letters = '#?&=%+-_ab0:é\u{d800}\u{1f600}';
  for (let n = 0; n < 3000; n += 1) {
    let text = '#';
    for (let i = 0; i < 24; i += 1) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      text += letters[seed % letters.length];
    }
    const { place: read } = parse(text);
    assert.deepEqual(parse(format(read)).place, read, text);
  }
});

test('the question holds what is chosen and nothing else', () => {
  assert.deepEqual(question(BLANK), { chosen: [], text: '', boilerplate: false });
  assert.deepEqual(question(place({ chosen: { unit: ['USD'], year: [] }, low: 3, at: 'a1-1-2' })), {
    chosen: [{ dim: 'unit', values: ['USD'] }], text: '', boilerplate: false, low: 3,
  });
});

test('filters are counted, toggled, and taken away without losing the place', () => {
  const one = toggled(place({ view: 'read', at: 'a1-1-2' }), 'unit', 'USD');
  const two = toggled(one, 'unit', 'EUR');
  assert.equal(filters({ ...two, text: 'x', low: 1 }), 4);
  assert.deepEqual(toggled(toggled(two, 'unit', 'EUR'), 'unit', 'USD').chosen, {});
  assert.deepEqual(unfiltered(two), place({ view: 'read', at: 'a1-1-2' }));
});
