/**
 * Small pieces of wording that several parts share: counts, numbers, days, lists.
 */

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const COMPACT = new Intl.NumberFormat('en-GB', { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 3 });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A number for an axis or a heading. @param {number} n */
export function number(n) {
  return Math.abs(n) >= 1e6 ? COMPACT.format(n) : NUMBER.format(n);
}

/** "1 figure", "3 figures". @param {number} n @param {string} one @param {string} [many] */
export function count(n, one, many = `${one}s`) {
  return `${NUMBER.format(n)} ${n === 1 ? one : many}`;
}

/** "26 October 2018" for `2018-10-26`; anything else unchanged. @param {string} iso */
export function day(iso) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? iso : DAY.format(time);
}

/** "a", "a and b", "a, b and c". @param {string[]} items */
export function list(items) {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** The first words of a text. @param {string} text */
export function shortened(text) {
  return text.length > 60 ? `${text.slice(0, Math.max(30, text.lastIndexOf(' ', 60))).trimEnd()} …` : text;
}
