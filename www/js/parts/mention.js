/** What the card of a name adds: the way to all that is said of what it names. */
import { html, nothing } from 'lit-html';
import { entityAddress } from '../state/address.js';

/** @param {import('./bits.js').Model} model @param {import('../../pkg/tallysheet.js').MarkView} mark */
export function mention(model, mark) {
  if (!mark.entity) return nothing;
  return html`<p class="card-entity"><a href=${entityAddress(model.place, mark.entity)}>All about ${mark.reading}</a></p>`;
}
