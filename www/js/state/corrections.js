/**
 * The reader's corrections: a log that is only added to, with a place in it up to which it holds.
 *
 * Comes in: corrections as the core takes them, each with its words. Goes out: a new log. They are laid over
 * what was read, by the core, in their order; the text and what was found in it stay.
 *
 * @typedef {import('../../pkg/tallysheet.js').Correction} Correction
 * @typedef {{does: Correction, says: string}} Entry
 * @typedef {{entries: readonly Entry[], held: number}} Log `held` of the entries hold; those after them are undone.
 */

/** @type {Readonly<Log>} */
export const NONE = Object.freeze({ entries: [], held: 0 });

/** One more; what was undone before it is given up. @param {Log} log @param {Entry} entry @returns {Log} */
export function added({ entries, held }, entry) {
  return { entries: [...entries.slice(0, held), entry], held: held + 1 };
}

/** The log with so many entries holding. @param {Log} log @param {number} held @returns {Log} */
export function holding({ entries }, held) {
  return { entries, held: Math.max(0, Math.min(entries.length, held)) };
}

/** What the core is told. @param {Log} log @returns {Correction[]} */
export function told({ entries, held }) {
  return entries.slice(0, held).map((entry) => entry.does);
}
