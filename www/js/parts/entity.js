/**
 * The page of one entity: how it is written and why each mention was linked, its roles, the figures about it,
 * what it says, who is named with it, and its dates. It speaks of the whole collection, whatever the filters.
 *
 * @typedef {import('./bits.js').Model} Model
 * @typedef {import('../../pkg/tallysheet.js').EntityPage} EntityPage
 * @typedef {import('../../pkg/tallysheet.js').EntityFigure} EntityFigure
 */
import { html, nothing } from 'lit-html';
import { badge, counted, basisSign, timeline } from '../charts/index.js';
import { entityAddress } from '../state/address.js';
import { count } from '../state/words.js';
import { disclosure, sentence } from './bits.js';
import { correct, split } from './correct.js';
import { quote } from './said.js';

/** Rows of a list shown before "Show the rest". */
const FIRST = 6;

/** @param {Model} model */
export function entity(model) {
  const { place } = model;
  if (place.view !== 'entity') return nothing;
  const found = model.entity?.key === place.who ? model.entity : null;
  return html`<section id="entity" class="compare entity" tabindex="-1" aria-labelledby="entity-heading">
    <p><button type="button" class="close" @click=${() => model.act.back()}>Back<span class="unseen"> to where you were (Esc)</span></button></p>
    ${found?.page ? page(model, found.page) : html`<h2 id="entity-heading">${found ? 'Nobody and nothing of this name' : 'Looking it up …'}</h2>
      ${found ? html`<p class="empty">No article here names what this link leads to, or you hid it. It may stand in an article that was added on another computer. <a href="#part-who">Who is named here</a>${model.corrections.held ? html` · <a href="#collection" data-focus="corrections">Your corrections</a>` : nothing}</p>` : nothing}`}
  </section>`;
}

/** @param {Model} model @param {EntityPage} one */
function page(model, one) {
  return html`
    <h2 id="entity-heading">${one.label} <span class="entity-kind">${one.kindLabel}</span>${one.corrected ? html` <span class="tag tag-yours">corrected by you</span>` : nothing}</h2>
    <p class="lead">${count(one.total, 'mention')} in ${count(one.articles.length, 'article')}.</p>
    <ul class="forms" aria-label="Written as">${one.aliases.map((alias) => html`<li>${alias.words} <span class="n">${alias.count}</span></li>`)}</ul>
    ${correct(model, one)}
    ${roles(model, one)}${figures(model, one)}${quotes(model, one)}${dates(model, one)}${co(model, one)}${mentions(model, one)}`;
}

/** A part of the page; nothing where there is nothing. @param {string} id @param {string} heading @param {number} n @param {unknown} body */
function piece(id, heading, n, body) {
  if (n === 0) return nothing;
  return html`<section class="part" id="part-entity-${id}" aria-labelledby="heading-entity-${id}"><h3 id="heading-entity-${id}">${heading} <span class="n">${n}</span></h3>${body}</section>`;
}

/** A list whose end can be opened. @template T @param {Model} model @param {string} id @param {string} kind @param {T[]} rows @param {(row: T) => unknown} draw */
function list(model, id, kind, rows, draw) {
  return html`<ul class=${kind}>${rows.slice(0, FIRST).map(draw)}</ul>
    ${rows.length > FIRST ? disclosure(model, `entity-${id}`, `Show ${rows.length - FIRST} more`, html`<ul class=${kind}>${rows.slice(FIRST).map(draw)}</ul>`, 'rest') : nothing}`;
}

/** @param {Model} model @param {EntityPage} one */
function roles(model, one) {
  return piece('roles', 'Called', one.roles.length, html`
    ${list(model, 'roles', 'rows', one.roles, (role) => html`<li>${badge(model.articles.get(role.article))}
      <div><a class="row-words" href="#${role.at}">${role.words}</a> <span class="row-meta">${role.dayLabel}</span>
      <p class="row-sentence">${sentence(role.sentence)}</p></div></li>`)}
    ${one.sharedRoles.map((runs) => html`<p class="comparison-sentence">${runs.map((run) => (run.at ? html`<a href="#${run.at}">${run.text}</a>` : run.text))}</p>`)}`);
}

const HOW = /** @type {Record<string, string>} */ ({ about: 'about it', by: 'according to it', beside: 'in the same sentence' });

/** @param {Model} model @param {EntityPage} one */
function figures(model, one) {
  return piece('figures', 'Figures', one.figures.length, list(model, 'figures', 'rows', one.figures, ({ how, figure }) => html`<li>${badge(model.articles.get(figure.article))}
    <div><a class="row-words" href="#${figure.at}">${figure.words}</a>${counted(figure)}${figure.status ? html` <span class="tag">${figure.status}</span>` : nothing}
      <span class="row-meta"><span class="tag">${HOW[how] ?? how}</span> ${figure.source ? `according to ${figure.according}` : 'no source given'}</span></div></li>`));
}

/** @param {Model} model @param {EntityPage} one */
function quotes(model, one) {
  return piece('quotes', 'Says', one.quotes.length, list(model, 'quotes', 'quotes', one.quotes, (row) => quote(model, row)));
}

/** @param {Model} model @param {EntityPage} one */
function dates(model, one) {
  return piece('dates', 'Dates in its sentences', one.dates.length, html`
    ${timeline(one.dates, model.answer.articles)}
    ${list(model, 'dates', 'rows', one.dates, (event) => html`<li>${badge(model.articles.get(event.article))}
      <div><a class="row-words" href="#${event.at}">${event.label}</a> <span class="event-basis">${basisSign(event.basis)}<span class="unseen">${event.basis}</span></span>
      <p class="row-sentence">${sentence(event.sentence)}</p></div></li>`)}`);
}

/** @param {Model} model @param {EntityPage} one */
function co(model, one) {
  return piece('co', 'Named in the same sentences', one.co.length, list(model, 'co', 'pairs', one.co, (other) => html`<li>
    <span><a href=${entityAddress(model.place, other.key)}>${other.label}</a> <span class="row-meta">${other.kindLabel}</span></span>
    <a class="quiet" href="#${other.first}" aria-label="${count(other.weight, 'sentence')} with ${other.label}. To the first.">${count(other.weight, 'sentence')}</a></li>`));
}

/** @param {Model} model @param {EntityPage} one */
function mentions(model, one) {
  return piece('mentions', 'Mentions', one.total, one.articles.map((article) => {
    const card = model.articles.get(article.article);
    return html`<h4 class="mentions-of">${badge(card)} ${card?.short} <span class="n">${article.mentions.length}</span></h4>
      ${list(model, `mentions-${article.article}`, 'rows mentions', article.mentions, (mention) => html`<li>
        <div><a class="row-words" href="#${mention.at}">${mention.words}</a>${mention.form === 'description' ? html` <span class="tag">description</span>` : nothing}
        ${mention.why.why ? html`<span class="row-meta"><span class="unseen">Why linked: </span>${mention.why.why}</span>` : nothing}</div>${split(model, one, mention)}</li>`)}`;
  }));
}
