/** Where the articles differ: the comparisons, each a sentence with its relation and its reasons. */
import { html, nothing } from 'lit-html';
import { relation } from '../charts/index.js';
import { disclosure, empty, part } from './bits.js';

/** @param {import('./bits.js').Model} model */
export function differ(model) {
  const rows = model.answer.comparisons;
  return part('differ', 'Where the articles differ', nothing,
    rows.length === 0
      ? empty(model.answer.articles.length < 2
          ? 'There is nothing to compare with yet. Add a second article about the same events.'
          : 'No two figures here count the same thing. Remove a filter, or add an article about the same events.')
      : html`<ol class="differ">${rows.map((row) => one(model, row))}</ol>`);
}

/** @param {import('./bits.js').Model} model @param {import('../../pkg/tallysheet.js').ComparisonRow} row */
function one(model, row) {
  return html`<li class="comparison">
    <p class="relation relation-${row.relation}">${relation(row.relation)}<span>${row.relationLabel}</span></p>
    <p class="comparison-sentence">${row.sentence.map((run) => (run.at ? html`<a href="#${run.at}">${run.text}</a>` : run.text))}</p>
    <div class="comparison-more">
      ${disclosure(model, `compare-${row.id}`, html`Why?<span class="unseen"> What these figures have in common</span>`,
        html`<ul class="reasons">${row.why.map((reason) => html`<li>${reason}</li>`)}</ul>`)}
      ${row.strip ? html`<a class="quiet" href="#strip-${row.strip}">On one axis</a>` : nothing}
    </div>
  </li>`;
}
