/** Compare: what the articles say together, most telling first. */
import { html, nothing } from 'lit-html';
import { count } from '../state/words.js';
import { badge } from '../charts/index.js';
import { dateTag } from './bits.js';
import { differ } from './differ.js';
import { figures } from './figures.js';
import { hits } from './hits.js';
import { said } from './said.js';
import { when } from './when.js';
import { who } from './who.js';

/** @param {import('./bits.js').Model} model */
export function compare(model) {
  const { answer, place } = model;
  return html`<section id="compare" class="compare" tabindex="-1" ?hidden=${place.view !== 'compare'} aria-label="Compare ${count(answer.articles.length, 'article')}">
    <ul class="sources" aria-label="Articles">
      ${answer.articles.map((article) => html`<li>${badge(article)}<a href="#article-${article.key}">${article.title}</a>
        <span class="sources-meta">${article.short}${dateTag(article)}${article.shown === 0 ? html`<i>nothing left by the filters</i>` : nothing}</span></li>`)}
    </ul>
    ${hits(model)}
    ${differ(model)}
    ${figures(model)}
    ${who(model)}
    ${when(model)}
    ${said(model)}
  </section>`;
}
