/**
 * The minimap: where the marks of an article stand, one row for each layer, from its first word at the
 * left to its last at the right.
 *
 * Comes in: the core's two columns, and the layers that are drawn. Goes out: a drawing. It repeats what
 * the article shows, so it is for the eye only; `pick` says which mark is nearest to a place in it.
 *
 * @typedef {import('../../pkg/tallysheet.js').Minimap} Minimap
 */
import { html, svg } from 'lit-html';
import { round } from './kit.js';

const DEFAULTS = { row: 5, gap: 1.5, width: 1.6 };

/**
 * @param {Minimap} columns
 * @param {readonly string[]} layers the layers' names, by the numbers in the column
 * @param {ReadonlySet<string>} hidden
 * @param {Partial<typeof DEFAULTS>} [options]
 */
export function minimap({ place, layer }, layers, hidden, options = {}) {
  const { row, gap, width } = { ...DEFAULTS, ...options };
  const height = layers.length * (row + gap);
  /** One path for each layer: its marks as upright strokes on a line from 0 to 1000. @type {string[]} */
  const paths = layers.map(() => '');
  place.forEach((share, i) => {
    const at = layer[i];
    if (paths[at] !== undefined) paths[at] += `M${round(share * 1000)} ${round(at * (row + gap))}v${row}`;
  });
  return html`<svg class="minimap" viewBox="0 0 1000 ${height}" height=${height} preserveAspectRatio="none" aria-hidden="true" focusable="false">
    ${paths.map((path, i) => (hidden.has(layers[i]) ? '' : svg`<path class="mini mini-${layers[i]}" d=${path} stroke-width=${width} vector-effect="non-scaling-stroke"></path>`))}
  </svg>`;
}

/**
 * The mark nearest to a share of the article, among the layers that are drawn; -1 if there is none.
 * @param {Minimap} columns @param {number} share @param {readonly string[]} layers @param {ReadonlySet<string>} hidden
 */
export function pick({ place, layer }, share, layers, hidden) {
  let best = -1;
  place.forEach((at, i) => {
    if (hidden.has(layers[layer[i]])) return;
    if (best < 0 || Math.abs(at - share) < Math.abs(place[best] - share)) best = i;
  });
  return best;
}
