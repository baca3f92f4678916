/**
 * Anchors: the names of places in an article. `KEY-START-END` is a sentence, with UTF-8 byte offsets;
 * `KEY-START-END-L` a mark, where L is a letter for its layer.
 *
 * Comes in: strings from the address or from the core. Goes out: their parts, and the sentence that
 * holds a span. To change the form of an anchor, change the core's `view::Anchor` and this file.
 *
 * @typedef {import('../../pkg/tallysheet.js').Reading} Reading
 * @typedef {{key: string, start: number, end: number}} Place
 */

const FORM = /^([A-Za-z0-9_]+)-(\d{1,9})-(\d{1,9})(?:-[a-z])?$/;

/**
 * The parts of an anchor, or `null` if the string is none.
 * @param {string} anchor
 * @returns {Place | null}
 */
export function parts(anchor) {
  const found = FORM.exec(anchor);
  if (!found) return null;
  const [, key, start, end] = found;
  return Number(start) < Number(end) ? { key, start: Number(start), end: Number(end) } : null;
}

/**
 * Where an anchor leads: its mark or sentence if there is one, else the sentence that its span
 * begins in, so that a link outlives a change of the rules.
 * @param {string} anchor
 * @param {ReadonlyMap<string, Reading>} readings
 * @returns {{mark: number, sentence: string, article: string, exact: boolean} | null}
 *   `mark` is an index into the reading's marks, or -1; `sentence` is the sentence's anchor.
 */
export function locate(anchor, readings) {
  const place = parts(anchor);
  const reading = place && readings.get(place.key);
  if (!place || !reading) return null;
  const mark = reading.marks.findIndex((m) => m.at === anchor);
  for (const block of reading.blocks) {
    for (const sentence of block.sentences) {
      const span = parts(sentence.at);
      if (!span || place.start < span.start || place.start >= span.end) continue;
      const exact = mark >= 0 || sentence.at === anchor;
      return { mark, sentence: sentence.at, article: reading.key, exact };
    }
  }
  return null;
}
