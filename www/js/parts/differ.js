/** Where the articles differ: the comparisons, each with its relation, a sentence, what each article says, and its reasons. */
import { html, nothing } from 'lit-html';
import { badge, context, counted, relation } from '../charts/index.js';
import { disclosure, dateTag, empty, part } from './bits.js';

/** @param {import('./bits.js').Model} model */
export function differ(model) {
  const rows = model.answer.comparisons;
  return part('differ', 'Where the articles differ', rows.length ? 'Figures that count the same, and whether they can stand together. Nothing here says which is right.' : null,
    rows.length === 0
      ? empty(model.answer.articles.length < 2
          ? 'There is nothing to compare with yet. Add a second article about the same events.'
          : 'No two figures here count the same thing. Remove a filter, or add an article about the same events.')
      : html`<ol class="differ">${rows.map((row) => one(model, row))}</ol>`);
}

/** @param {import('./bits.js').Model} model @param {import('../../pkg/tallysheet.js').ComparisonRow} row */
function one(model, row) {
  const strip = model.answer.strips.find(({ id }) => id === row.strip);
  const figures = strip?.figures ?? [];
  const keys = [...new Set(figures.map(({ article }) => article))];
  return html`<li class="comparison">
    <h3>${strip?.label}</h3>
    <p class="relation relation-${row.relation}">${relation(row.relation)}<span>${row.relationLabel}</span></p>
    <p class="comparison-sentence">${row.sentence}</p>
    <ul class="claims">${keys.map((key) => claims(model.articles.get(key), figures.filter(({ article }) => article === key), figures))}</ul>
    <div class="comparison-more">
      ${disclosure(model, row.id, html`Why?<span class="unseen"> What these figures have in common</span>`,
        html`<ul class="reasons">${row.why.map((reason) => html`<li>${reason}</li>`)}</ul>`)}
      <a class="quiet" href="#strip-${row.strip}">On one axis<span class="unseen">: ${strip?.label}</span></a>
    </div>
  </li>`;
}

/**
 * What one article says.
 * @param {import('./bits.js').ArticleCard | undefined} article
 * @param {import('../../pkg/tallysheet.js').FigureRow[]} figures its own @param {import('../../pkg/tallysheet.js').FigureRow[]} all
 */
function claims(article, figures, all) {
  return html`<li>${badge(article)}<div>
    <p class="claims-by">${article?.short}${article ? dateTag(article) : nothing}</p>
    ${figures.map((figure) => html`<p class="claim"><a href="#${figure.at}">${figure.words}</a>${counted(figure)} ${context(figure, all.find(({ at }) => at === figure.partOf))}</p>`)}
  </div></li>`;
}
