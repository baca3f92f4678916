/** The collection: the articles, how each fact about them is known, adding one and taking it out. */
import { html, nothing } from 'lit-html';
import { badge, colour } from '../charts/index.js';
import { count } from '../state/words.js';
import { add } from './add.js';
import { corrections } from './correct.js';
import { facts } from './facts.js';
import { unrefined } from './names.js';
import { readAddress } from './reader.js';

/**
 * @typedef {import('./bits.js').Model} Model
 * @typedef {import('../../pkg/tallysheet.js').ArticleCard} ArticleCard
 */

/** @param {Model} model */
export function collection(model) {
  const { answer, place } = model;
  return html`<section id="collection" class="collection" tabindex="-1" ?hidden=${place.view !== 'collection'} aria-labelledby="collection-heading">
    <h2 id="collection-heading">Collection</h2>
    <p class="lead">${count(answer.articles.length, 'article')}. What an article’s own text or its page’s data state is marked <em>stated</em>; what was set from clues is marked <em>set by us</em>, with the reason. What you set goes before both, and dates are reckoned from it.</p>
    ${unrefined(model)}
    <ul class="cards">${answer.articles.map((article) => one(model, article))}</ul>
    ${corrections(model)}${add(model)}
  </section>`;
}

/** @param {Model} model @param {ArticleCard} article */
function one(model, article) {
  return html`<li class="article-card ${colour(article.letter)}">
    <div class="article-card-head">${badge(article)}<h3><a href=${readAddress(model, article.key)} data-read=${article.key}>${article.title}</a></h3></div>
    ${facts(model, article)}
    <p class="article-card-counts"><span>${count(article.words, 'word')}</span><span>${count(article.figures, 'figure')}</span><span>${count(article.quotes, 'quote')}</span></p>
    ${(model.ui.about[article.key]?.notes ?? []).map((note) => html`<p class="fact-why">${note}</p>`)}
    ${article.embedded ? nothing : html`<p><button type="button" class="plain" ?disabled=${!model.ready} @click=${() => model.act.remove(article.key)}>Remove<span class="unseen"> ${article.title}</span></button> <span class="absent">added by you, kept in this tab’s memory only</span></p>`}
  </li>`;
}
