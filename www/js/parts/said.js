/** Who said what: quotes by speaker. */
import { html, nothing } from 'lit-html';
import { badge, counted } from '../charts/index.js';
import { entityAddress } from '../state/address.js';
import { count } from '../state/words.js';
import { disclosure, empty, part } from './bits.js';

/** Quotes of one speaker, and speakers, shown before "Show the rest". */
const QUOTES = 4;
const SPEAKERS = 6;

/** @param {import('./bits.js').Model} model */
export function said(model) {
  const { speakers, totals } = model.answer;
  return part('said', 'Who said what', speakers.length ? html`${count(totals.quotes, 'quote')} by ${count(speakers.length, 'speaker')}. Words in quotation marks are the speaker’s own; the rest is reported.` : nothing,
    speakers.length === 0
      ? empty('No quote is left by the filters. Remove one of them.')
      : html`
        ${speakers.slice(0, SPEAKERS).map((speaker) => one(model, speaker))}
        ${speakers.length > SPEAKERS
          ? disclosure(model, 'speakers', `Show ${count(speakers.length - SPEAKERS, 'more speaker')}`,
              speakers.slice(SPEAKERS).map((speaker) => one(model, speaker)), 'rest')
          : nothing}`);
}

/** @param {import('./bits.js').Model} model @param {import('../../pkg/tallysheet.js').Speaker} speaker */
function one(model, speaker) {
  const { quotes } = speaker;
  const figures = model.answer.strips.flatMap((strip) => strip.figures).filter((figure) => figure.source !== '' && figure.source === speaker.label);
  return html`<div class="speaker">
    <h3>${speaker.key ? html`<a href=${entityAddress(model.place, speaker.key)}>${speaker.label}</a>` : speaker.label} <span class="n">${count(quotes.length, 'quote')}</span></h3>
    ${figures.length ? html`<p class="speaker-figures">On ${count(figures.length, 'figure')}: ${figures.map((figure, i) => html`${i > 0 ? '; ' : ''}<a href="#${figure.at}">${figure.words}</a>${counted(figure)}`)}</p>` : nothing}
    <ul class="quotes">${quotes.slice(0, QUOTES).map((row) => quote(model, row))}</ul>
    ${quotes.length > QUOTES
      ? disclosure(model, `speaker-${speaker.speaker}`, html`Show ${count(quotes.length - QUOTES, 'more quote')}<span class="unseen"> by ${speaker.label}</span>`,
          html`<ul class="quotes">${quotes.slice(QUOTES).map((row) => quote(model, row))}</ul>`, 'rest')
      : nothing}
  </div>`;
}

/** @param {import('./bits.js').Model} model @param {import('../../pkg/tallysheet.js').QuoteRow} row */
export function quote(model, row) {
  const heard = [row.speakerWords, row.cue].filter((words) => words !== '').join(', ');
  return html`<li class="quote quote-${row.kind}">
    ${badge(model.articles.get(row.article))}
    <div>
      <a class="quote-words" href="#${row.at}">${row.words.join(' … ')}</a>
      <span class="quote-meta"><span class="tag">${row.kind}</span>${heard ? html` as written: <i>${heard}</i>` : html` <span class="absent">no speaker named beside it</span>`}</span>
    </div>
  </li>`;
}
