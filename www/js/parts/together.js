/** Who is named together: pairs of names in the same sentences, from a number of sentences on. */
import { html, nothing } from 'lit-html';
import { BLANK, entityAddress } from '../state/address.js';
import { count } from '../state/words.js';
import { disclosure } from './bits.js';

/** @param {import('./bits.js').Model} model */
export function together(model) {
  const { place, together: found } = model;
  return disclosure(model, 'together', 'Named in the same sentences', html`
    <label class="minimum">in at least <input type="number" id="together" min="1" max="9999" step="1" inputmode="numeric" ?disabled=${!model.ready}
      .value=${String(place.together)} @change=${(/** @type {globalThis.Event} */ event) => choose(model, event)}> ${place.together === 1 ? 'sentence' : 'sentences'}</label>
    ${found ? list(model, found) : nothing}`, 'rest', place.together !== BLANK.together);
}

/** @param {import('./bits.js').Model} model @param {import('../../pkg/tallysheet.js').CoMentions} found */
function list(model, { pairs, total }) {
  if (total === 0) return html`<p class="empty">No two names stand together so often. Choose a smaller number.</p>`;
  return html`<p class="lead">${count(total, 'pair')}${pairs.length < total ? `, the first ${pairs.length} shown` : ''}. Of the whole collection, whatever the filters.</p>
    <ol class="pairs">${pairs.map((pair) => html`<li>
      <span><a href=${entityAddress(model.place, pair.key)}>${pair.label}</a> and <a href=${entityAddress(model.place, pair.with.key)}>${pair.with.label}</a></span>
      <a class="quiet" href="#${pair.with.first}" aria-label="${count(pair.with.weight, 'sentence')} with ${pair.label} and ${pair.with.label}. To the first.">${count(pair.with.weight, 'sentence')}</a>
    </li>`)}</ol>`;
}

/** @param {import('./bits.js').Model} model @param {globalThis.Event} event */
function choose(model, event) {
  const input = /** @type {HTMLInputElement} */ (event.currentTarget);
  const minimum = Math.round(Number(input.value));
  if (minimum >= 1 && minimum <= 9999) model.act.go({ ...model.place, together: minimum }, 'replace');
  else input.value = String(model.place.together);
}
