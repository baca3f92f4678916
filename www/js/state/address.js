/**
 * The page's address: everything that is shown, as a URL fragment and back.
 *
 * `#ANCHOR` alone is a permalink that works without any script. The rest follows a question mark:
 * `#ANCHOR?view=read&unit=USD&low=100`. `#read`, `#collection` and `#entity?who=KEY` are short for a view. A name that
 * is not reserved here is a dimension to filter by; the core knows which there are.
 *
 * To add something to the address: a field of {@link BLANK}, its line in {@link parse} and in
 * {@link format}.
 *
 * @typedef {import('../../pkg/tallysheet.js').Question} Question
 *
 * @typedef {object} Place What the page shows.
 * @property {'compare' | 'read' | 'collection' | 'entity'} view
 * @property {string} at The anchor of the chosen mark; empty if none.
 * @property {string[]} open Keys of the articles open in Read, at most two; empty for the first.
 * @property {Record<string, string[]>} chosen Chosen values by dimension.
 * @property {number | null} low
 * @property {number | null} high
 * @property {string} text
 * @property {boolean} boilerplate
 * @property {string} who The key of the entity whose page is shown; empty in other views.
 * @property {number} together In how many sentences two names must stand together to be listed.
 * @property {string[]} hide Layers that are not drawn in the reader.
 */
import { parts } from './anchor.js';

/** @type {readonly Place['view'][]} */
export const VIEWS = ['compare', 'read', 'collection', 'entity'];

/** The layers of the reader. */
export const LAYERS = ['figure', 'name', 'date', 'quote'];

/** @type {Readonly<Place>} */
export const BLANK = Object.freeze({
  view: 'compare', at: '', open: [], chosen: {}, low: null, high: null, text: '', boilerplate: false, who: '', together: 2, hide: [],
});

/** Fragments that name a part of the page, for links that work without scripts. */
const SECTION = /^(main|reader|(part|strip|article)-[\w.:-]+)$/;

/**
 * Reads a fragment. Total: what cannot be read is left out and named in `problems`.
 * @param {string} fragment with or without its `#`
 * @returns {{place: Place, problems: string[], section: string}} `section` is the id of a part of the
 *   page that the fragment names, if it does.
 */
export function parse(fragment) {
  const raw = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  const cut = raw.indexOf('?');
  const head = cut < 0 ? raw : raw.slice(0, cut);
  const tail = cut < 0 ? '' : raw.slice(cut + 1);
  /** @type {Place} */
  const place = { ...BLANK, open: [], chosen: {}, hide: [] };
  /** @type {string[]} */
  const problems = [];
  let section = '';

  const name = decode(head);
  if (name === null) problems.push('The part before the question mark is damaged.');
  else if (isView(name)) place.view = name;
  else if (parts(name)) place.at = name;
  else if (SECTION.test(name)) section = name;
  else if (name !== '') problems.push(`“${short(name)}” is not the name of a place in an article.`);

  for (const piece of tail.split('&')) {
    if (piece === '') continue;
    const eq = piece.indexOf('=');
    const key = decode(eq < 0 ? piece : piece.slice(0, eq));
    const value = decode(eq < 0 ? '' : piece.slice(eq + 1));
    if (key === null || value === null) problems.push(`“${short(piece)}” is damaged.`);
    else if (!set(place, key, value)) problems.push(`“${short(value)}” cannot be the value of “${short(key)}”.`);
  }
  if (place.low !== null && place.high !== null && place.low > place.high) {
    problems.push('The lowest value asked for is above the highest.');
    place.low = null;
    place.high = null;
  }
  if (place.view === 'entity' && place.who === '') {
    problems.push('The link leads to a person, place or body, but does not say to which.');
    place.view = 'compare';
  }
  if (place.view !== 'entity') place.who = '';
  return { place, problems, section };
}

/**
 * The fragment of a place, `#` included. `parse(format(place)).place` gives the place back.
 * @param {Place} place
 */
export function format(place) {
  /** @type {string[]} */
  const pieces = [];
  const add = (/** @type {string} */ key, /** @type {string | number} */ value) => {
    pieces.push(`${encode(key)}=${encode(String(value))}`);
  };
  const named = place.at === '' && place.view !== 'compare';
  if (place.view !== 'compare' && !named) add('view', place.view);
  for (const key of place.open) add('open', key);
  for (const [dim, values] of Object.entries(place.chosen)) for (const value of values) add(dim, value);
  if (place.low !== null) add('low', place.low);
  if (place.high !== null) add('high', place.high);
  if (place.text !== '') add('text', place.text);
  if (place.boilerplate) add('boilerplate', 'yes');
  if (place.view === 'entity') add('who', place.who);
  if (place.together !== BLANK.together) add('together', place.together);
  for (const layer of place.hide) add('hide', layer);
  const head = named ? place.view : place.at;
  return `#${head}${pieces.length ? `?${pieces.join('&')}` : ''}`;
}

/**
 * The question to the core that a place stands for.
 * @param {Place} place
 * @returns {Question}
 */
export function question(place) {
  const chosen = Object.entries(place.chosen)
    .filter(([, values]) => values.length > 0)
    .map(([dim, values]) => ({ dim, values }));
  /** @type {Question} */
  const asked = { chosen, text: place.text, boilerplate: place.boilerplate };
  if (place.low !== null) asked.low = place.low;
  if (place.high !== null) asked.high = place.high;
  return asked;
}

/** How many filters a place has. @param {Place} place */
export function filters(place) {
  let n = Object.values(place.chosen).reduce((sum, values) => sum + values.length, 0);
  if (place.low !== null) n += 1;
  if (place.high !== null) n += 1;
  if (place.text !== '') n += 1;
  if (place.boilerplate) n += 1;
  return n;
}

/** The place without its filters. @param {Place} place @returns {Place} */
export function unfiltered(place) {
  return { ...place, chosen: {}, low: null, high: null, text: '', boilerplate: false };
}

/** The place with one value of a dimension chosen, or not. @param {Place} place @param {string} dim @param {string} value @returns {Place} */
export function toggled(place, dim, value) {
  const now = place.chosen[dim] ?? [];
  const values = now.includes(value) ? now.filter((v) => v !== value) : [...now, value];
  const { [dim]: _, ...rest } = place.chosen;
  return { ...place, chosen: values.length ? { ...rest, [dim]: values } : rest };
}

/** The address of an entity's page. @param {Place} place @param {string} who its key */
export function entityAddress(place, who) {
  return format({ ...place, view: 'entity', who, at: '' });
}

/** @param {Place} place @param {string} key @param {string} value */
function set(place, key, value) {
  switch (key) {
    case 'view':
      if (!isView(value)) return false;
      place.view = value;
      return true;
    case 'open':
      if (!/^\w+$/.test(value)) return false;
      if (place.open.length < 2 && !place.open.includes(value)) place.open.push(value);
      return true;
    case 'low':
    case 'high': {
      const number = Number(value);
      if (value.trim() === '' || !Number.isFinite(number)) return false;
      place[key] = number;
      return true;
    }
    case 'text':
      place.text = value;
      return true;
    case 'boilerplate':
      if (value !== 'yes') return false;
      place.boilerplate = true;
      return true;
    case 'who':
      place.who = value;
      return value !== '';
    case 'together':
      if (!/^[1-9]\d{0,3}$/.test(value)) return false;
      place.together = Number(value);
      return true;
    case 'hide':
      if (!LAYERS.includes(value)) return false;
      if (!place.hide.includes(value)) place.hide.push(value);
      return true;
    default: {
      // A dimension's name comes from outside: only what can be one becomes a key.
      if (!/^[a-z][a-z_-]*$/i.test(key) || key in Object.prototype || value === '') return false;
      const values = (place.chosen[key] ??= []);
      if (!values.includes(value)) values.push(value);
      return true;
    }
  }
}

/** @param {string} name @returns {name is Place['view']} */
function isView(name) {
  return VIEWS.some((view) => view === name);
}

/** @param {string} text @returns {string | null} */
function decode(text) {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

/** @param {string} text */
function encode(text) {
  // Lone surrogates, which a search box may hold, have no encoding.
  return encodeURIComponent(text.toWellFormed ? text.toWellFormed() : text).replaceAll('%20', '+').replaceAll('%3A', ':');
}

/** @param {string} text */
function short(text) {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
