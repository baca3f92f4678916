/** The sentences that hold the words searched for. */
import { html, nothing } from 'lit-html';
import { badge } from '../charts/index.js';
import { filters as active } from '../state/address.js';
import { count } from '../state/words.js';
import { disclosure, empty, part, sentence } from './bits.js';

const FIRST = 5;

/** @param {import('./bits.js').Model} model */
export function hits(model) {
  const { place, answer } = model;
  if (place.text === '') return nothing;
  const rows = answer.hits;
  return part('hits', `Sentences with “${place.text}”`, rows.length ? count(rows.length, 'sentence') : nothing,
    rows.length === 0
      ? empty(active(place) > 1 ? 'No sentence that the other filters leave holds all these words. Remove one of them, or try fewer words.' : 'No sentence holds all these words. Search takes whole words and beginnings of words; try fewer of them.')
      : html`<ol class="hits">${rows.slice(0, FIRST).map((hit) => one(model, hit))}</ol>
        ${rows.length > FIRST ? disclosure(model, 'hits', `Show ${count(rows.length - FIRST, 'more sentence')}`, html`<ol class="hits">${rows.slice(FIRST).map((hit) => one(model, hit))}</ol>`, 'rest') : nothing}`);
}

/** @param {import('./bits.js').Model} model @param {import('../../pkg/tallysheet.js').Hit} hit */
function one(model, hit) {
  return html`<li>${badge(model.articles.get(hit.article))}<a href="#${hit.at}">${sentence(hit.sentence)}</a></li>`;
}
