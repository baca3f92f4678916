/** The whole page below the notice: the bar, and the places. Made alike at build time and in the browser. */
import { html } from 'lit-html';
import { count } from '../state/words.js';
import { hatch } from '../charts/index.js';
import { bar } from './bar.js';
import { collection } from './collection.js';
import { compare } from './compare.js';
import { entity } from './entity.js';
import { chips, filters } from './filters.js';
import { reader } from './reader.js';

/** @param {import('./bits.js').Model} model */
export function app(model) {
  const { place, ui, readMs, answer } = model;
  return html`${hatch()}${bar(model)}${chips(model)}
    <main id="main" tabindex="-1" class="stage stage-${place.view === 'entity' ? 'compare' : place.view} ${ui.filters ? 'with-filters' : ''}">
      ${filters(model)}${compare(model)}${entity(model)}${reader(model)}${collection(model)}
    </main>
    <footer class="foot"><p>Read in your browser${readMs > 0 ? `: ${count(answer.articles.length, 'article')}, the last reading in ${readMs < 10 ? readMs.toFixed(1) : Math.round(readMs)} milliseconds` : ''}. Nothing you search, filter or add leaves this page.</p></footer>`;
}
