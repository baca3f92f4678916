/**
 * The first view, made at build time from the same templates as in the browser.
 *
 * Comes in: the answer to the empty question, and every article as read. Goes out: HTML for each place
 * in `index.html` that waits for it. The comments in it are marks by which the browser takes the page
 * over as it stands; they must stay. Runs in Node only.
 *
 * @typedef {import('../pkg/tallysheet.js').Answer} Answer
 * @typedef {import('../pkg/tallysheet.js').Reading} Reading
 */
import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { app } from './parts/app.js';
import { firstModel } from './parts/bits.js';

/**
 * @param {{answer: Answer, readings: Record<string, Reading> | Iterable<Reading>}} given
 * @returns {Record<'first-view', string>}
 */
export function prerender({ answer, readings }) {
  const all = Symbol.iterator in readings ? [.../** @type {Iterable<Reading>} */ (readings)] : Object.values(readings);
  return { 'first-view': collectResultSync(render(app(firstModel(answer, all)))) };
}
