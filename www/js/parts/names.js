/** How names were read, where that is worth a word: the learnt model could not be used. */
import { html, nothing } from 'lit-html';

/** @param {import('./bits.js').Model} model */
export function unrefined(model) {
  if (model.names !== 'failed') return nothing;
  return html`<p class="unrefined">Names are read by rules and tables alone: the learnt part could not be loaded. ${model.unrefined?.message}
    <button type="button" class="plain" @click=${() => model.act.refine()}>Try again</button></p>`;
}
