/**
 * What takes a block into the counts, or out of them: beside what is not article, and in the card of what stands in a
 * paragraph.
 *
 * @typedef {import('../../pkg/tallysheet.js').BlockView} BlockView
 */
import { html, nothing } from 'lit-html';
import { shortened } from '../state/words.js';

/** @param {import('./bits.js').Model} model @param {BlockView} block @param {string} [what] what to call it */
export function blockSwitch(model, block, what = '') {
  const [first] = block.sentences;
  if (!first) return nothing;
  const words = shortened(first.runs.map((run) => run.text).join(''));
  return html`<button type="button" class="plain block-switch" ?disabled=${!model.ready} @click=${async (/** @type {globalThis.Event} */ event) => {
    const inText = /** @type {Element} */ (event.currentTarget).closest('.block') !== null;
    await model.act.correct({ kind: 'block', what: first.at, to: block.article ? 'leave' : 'count' }, `${block.article ? 'Left out' : 'Counted'}: “${words}”.`);
    // The block is drawn anew; what undoes this takes the focus.
    if (inText) document.getElementById(first.at)?.parentElement?.querySelector('button')?.focus({ preventScroll: true });
  }}>${block.article ? 'Leave out' : 'Count'} ${what || (block.article ? nothing : 'this')}</button>`;
}
