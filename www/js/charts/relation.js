/**
 * The sign of a relation between figures: a shape for each, so that colour is never needed.
 * Comes in: a relation's name. Goes out: a small drawing, always beside the relation in words.
 */
import { html, svg } from 'lit-html';

/** @type {Record<string, ReturnType<typeof svg>>} */
const SHAPES = {
  // Two equal bars.
  same: svg`<path d="M3 8H21M3 16H21"></path>`,
  // Two bars that share a part.
  overlap: svg`<path d="M2 9H15M9 15H22"></path><path class="thin" d="M9 5V19M15 5V19"></path>`,
  // An open arrow that takes the other value in.
  both_possible: svg`<path d="M3 12H20M15 7L20 12L15 17"></path><path d="M11 6V18"></path>`,
  // Two bars with a gap between them.
  not_both: svg`<path d="M2 12H8M16 12H22"></path><path class="thin" d="M12 4V20"></path>`,
  // Two dots apart on a line of time.
  other_time: svg`<path class="thin" d="M2 12H22"></path><circle cx="5" cy="12" r="3" class="fill"></circle><circle cx="19" cy="12" r="3"></circle>`,
  // Two circles, of which one is larger.
  other_scope: svg`<circle cx="9" cy="12" r="7"></circle><circle cx="17" cy="12" r="4"></circle>`,
  // A bar within a bar.
  part_of: svg`<path d="M3 7H21V17H3Z"></path><path class="fill" d="M3 7H10V17H3Z"></path>`,
};

const OTHER = svg`<circle cx="12" cy="12" r="5"></circle>`;

/** @param {string} relation */
export function relation(relation) {
  return html`<svg class="relation-sign" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">${SHAPES[relation] ?? OTHER}</svg>`;
}
