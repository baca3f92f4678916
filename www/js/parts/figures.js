/** How many, according to whom: the figures, a strip for each thing counted. */
import { html, nothing } from 'lit-html';
import { strip, stripLegend, stripTable } from '../charts/index.js';
import { count } from '../state/words.js';
import { disclosure, empty, part } from './bits.js';

/** Strips shown before "Show the rest": those with something to compare, or at least this many. */
const LEAST = 3;

/** @param {import('./bits.js').Model} model */
export function figures(model) {
  const { strips } = model.answer;
  const all = strips.flatMap((one) => one.figures);
  const shared = strips.filter((one) => one.figures.length > 1).length;
  const first = Math.max(LEAST, shared);
  const ordered = [...strips].sort((a, b) => Number(b.figures.length > 1) - Number(a.figures.length > 1));
  const silent = all.filter((figure) => figure.source === '').length;
  const lead = all.length === 0 ? nothing
    : html`${count(all.length, 'figure')} of ${count(strips.length, 'thing')} counted. ${silent === 0 ? 'Each figure has a source.' : silent === all.length ? html`<strong>No figure has a source.</strong>` : html`${count(silent, 'figure')} <strong>without a source</strong>.`} What stands in [brackets] is said elsewhere in the text.`;
  return part('figures', 'How many, according to whom', lead,
    strips.length === 0
      ? empty('No figure is left by the filters. Remove one of them, or widen the range of values.')
      : html`
        ${stripLegend()}
        ${ordered.slice(0, first).map((one) => figure(model, one))}
        ${ordered.length > first
          ? disclosure(model, 'strips', `Show ${count(ordered.length - first, 'more thing')} counted${first === shared ? ' once' : ''}`,
              ordered.slice(first).map((one) => figure(model, one)), 'rest')
          : nothing}`);
}

/** @param {import('./bits.js').Model} model @param {import('../../pkg/tallysheet.js').Strip} one */
function figure(model, one) {
  return html`<figure class="strip-figure-box" id="strip-${one.id}" tabindex="-1" aria-labelledby="strip-${one.id}-name">
    <figcaption>
      <h3 id="strip-${one.id}-name">${one.label}</h3>
      <span class="strip-count">${count(one.figures.length, 'figure')}${one.articles > 1 ? ` in ${count(one.articles, 'article')}` : ''}</span>
    </figcaption>
    ${strip(one, model.articles)}
    ${disclosure(model, `table-${one.id}`, html`Show as table<span class="unseen">: ${one.label}</span>`, html`<div class="scroll" tabindex="0" role="group" aria-label="Table: ${one.label}">${stripTable(one, model.articles)}</div>`, 'table')}
  </figure>`;
}
