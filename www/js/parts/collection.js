/** The collection: the articles, how each fact about them is known, adding one and taking it out. */
import { html, nothing } from 'lit-html';
import { badge, colour } from '../charts/index.js';
import { count, day } from '../state/words.js';
import { corrections } from './correct.js';
import { unrefined } from './names.js';
import { readAddress } from './reader.js';

/**
 * @typedef {import('./bits.js').Model} Model
 * @typedef {import('../../pkg/tallysheet.js').ArticleCard} ArticleCard
 * @typedef {import('../../pkg/tallysheet.js').Fact} Fact
 */

/** @param {Model} model */
export function collection(model) {
  const { answer, place } = model;
  return html`<section id="collection" class="collection" tabindex="-1" ?hidden=${place.view !== 'collection'} aria-labelledby="collection-heading">
    <h2 id="collection-heading">Collection</h2>
    <p class="lead">${count(answer.articles.length, 'article')}. What an article’s own text states is marked <em>stated</em>; what was set from clues is marked <em>set</em>, with the reason.</p>
    ${unrefined(model)}
    <ul class="cards">${answer.articles.map((article) => one(model, article))}</ul>
    ${corrections(model)}${form(model)}
  </section>`;
}

/** @param {Model} model @param {ArticleCard} article */
function one(model, article) {
  return html`<li class="article-card ${colour(article.letter)}">
    <div class="article-card-head">${badge(article)}<h3><a href=${readAddress(model, article.key)} data-read=${article.key}>${article.title}</a></h3></div>
    <dl class="facts">
      ${fact('Headline', article.headline)}${fact('Outlet', article.outlet)}${fact('Published', article.published, day)}
    </dl>
    <p class="article-card-counts"><span>${count(article.words, 'word')}</span><span>${count(article.figures, 'figure')}</span><span>${count(article.quotes, 'quote')}</span></p>
    ${article.embedded ? nothing : html`<p><button type="button" class="plain" ?disabled=${!model.ready} @click=${() => model.act.remove(article.key)}>Remove<span class="unseen"> ${article.title}</span></button> <span class="absent">added by you, kept in this tab’s memory only</span></p>`}
  </li>`;
}

/** @param {string} label @param {Fact} fact @param {(value: string) => string} [show] */
function fact(label, fact, show = (value) => value) {
  const known = fact.known === 'stated' ? 'stated' : fact.known === 'set' ? 'set' : '';
  return html`<div><dt>${label}</dt><dd>
    ${fact.value ? html`<span class="fact-value">${show(fact.value)}</span>` : html`<span class="absent">not stated in the text</span>`}
    ${known ? html`<span class="tag tag-${known}">${known}</span>` : nothing}
    ${fact.why || fact.at ? html`<span class="fact-why">${fact.why} ${fact.at ? html`<a href="#${fact.at}">See it<span class="unseen"> in the text: ${label}</span></a>` : nothing}</span>` : nothing}
  </dd></div>`;
}

/** @param {Model} model */
function form(model) {
  const { ui, act, ready } = model;
  return html`<form id="add" class="add" aria-labelledby="add-heading" @submit=${async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const data = new FormData(form);
    const field = (/** @type {string} */ name) => String(data.get(name) ?? '');
    const added = await act.add({ text: field('text'), headline: field('headline').trim(), outlet: field('outlet').trim(), published: field('published') });
    if (added) form.reset();
  }}>
    <h3 id="add-heading">Add an article</h3>
    <p>Paste its text. It is read here, in this tab; nothing is sent anywhere and nothing is stored. It is gone when you close or reload the page, and a link you share does not contain it.</p>
    <fieldset class="bare" ?disabled=${!ready || ui.busy}><legend class="unseen">The article</legend>
      <label class="field wide">Text <textarea id="add-text" name="text" rows="9" required aria-describedby="add-wrong"></textarea></label>
      <label class="field">Headline <span class="absent">if you know it</span><input name="headline" maxlength="500" autocomplete="off"></label>
      <label class="field">Outlet <span class="absent">if you know it</span><input name="outlet" maxlength="200" autocomplete="off"></label>
      <label class="field">Published <span class="absent">if you know it</span><input name="published" type="date"></label>
      <p id="add-wrong" class="wrong" role="alert">${ui.wrong}</p>
      <button type="submit" class="button strong">${ui.busy ? 'Reading …' : 'Add and compare'}</button>
    </fieldset>
  </form>`;
}
