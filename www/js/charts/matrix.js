/**
 * Entities × articles: a real table whose cells are dots sized by how often a name stands there.
 *
 * Comes in: matrix rows, the columns' articles. Goes out: a table; it needs no other equivalent.
 *
 * @typedef {import('../../pkg/tallysheet.js').MatrixRow} MatrixRow
 * @typedef {import('../../pkg/tallysheet.js').ArticleCard} ArticleCard
 */
import { html, nothing } from 'lit-html';
import { count, list } from '../state/words.js';
import { badge, colour, linear, round } from './kit.js';

const DEFAULTS = {
  smallest: 2.5,
  largest: 11,
  /** Where a name leads. @type {(row: MatrixRow) => string} */
  href: () => '',
};

/**
 * @param {MatrixRow[]} rows
 * @param {(ArticleCard | undefined)[]} columns
 * @param {number} most the largest count of any cell, also of rows not shown
 * @param {Partial<typeof DEFAULTS>} [options]
 */
export function matrix(rows, columns, most, options = {}) {
  const { smallest, largest, href } = { ...DEFAULTS, ...options };
  // By the root of the count, so that the area grows as the count does.
  const root = linear([1, Math.sqrt(Math.max(2, most))], [smallest, largest]);
  const radius = (/** @type {number} */ count) => root(Math.sqrt(count));
  return html`<table class="matrix">
    <caption class="unseen">How often each name stands in each article. A number leads to the first mention.</caption>
    <thead><tr>
      <th scope="col" class="matrix-name">Name</th>
      ${columns.map((article) => html`<th scope="col">${badge(article)}<span class="matrix-short">${article?.short}</span></th>`)}
      <th scope="col" class="num">All</th>
    </tr></thead>
    <tbody>${rows.map(
      (row) => html`<tr>
        <th scope="row" class="matrix-name">
          <a class="matrix-label" href=${href(row)}>${row.label}</a>
          <span class="matrix-kind">${row.kindLabel}</span>
          ${row.corrected ? html`<span class="tag tag-yours">corrected by you</span>` : nothing}
          ${row.aliases.length ? html`<span class="matrix-also">also ${list(row.aliases.slice(0, 4))}${row.aliases.length > 4 ? ' …' : ''}</span>` : nothing}
        </th>
        ${row.cells.map((cell, i) => html`<td class=${columns[i] ? colour(columns[i].letter) : ''}>${dot(row, cell, columns[i], radius)}</td>`)}
        <td class="num">${row.total}</td>
      </tr>`,
    )}</tbody>
  </table>`;
}

/**
 * @param {MatrixRow} row @param {MatrixRow['cells'][number]} cell @param {ArticleCard | undefined} article
 * @param {(count: number) => number} radius
 */
function dot(row, cell, article, radius) {
  if (cell.count === 0) return html`<span class="matrix-none" ><span aria-hidden="true">·</span><span class="unseen">none</span></span>`;
  const label = `${cell.count}: ${count(cell.count, 'mention')} of ${row.label} in ${article?.letter ?? '?'}, ${article?.short ?? ''}. To the first.`;
  return html`<a class="matrix-cell" href="#${cell.first}" aria-label=${label}>
    <svg width="24" height="24" viewBox="-12 -12 24 24" aria-hidden="true" focusable="false"><circle class="core" r=${round(radius(cell.count))}></circle></svg>
    <span>${cell.count}</span>
  </a>`;
}
