/** When: the timeline, and the same as a list. */
import { html, nothing } from 'lit-html';
import { badge, basisSign, eras, spanSign, timeline } from '../charts/index.js';
import { count } from '../state/words.js';
import { empty, part, sentence } from './bits.js';

/** @param {import('./bits.js').Model} model */
export function when(model) {
  const events = model.answer.timeline;
  const inferred = events.filter((event) => event.basis !== 'stated').length;
  return part('when', 'When', events.length ? html`${count(events.length, 'date')}, ${inferred} of them inferred from others.` : nothing,
    events.length === 0
      ? empty('No date is left by the filters. Remove one of them.')
      : html`
        <ul class="legend" aria-label="How dates are drawn"><li>${basisSign('stated')}stated whole</li><li>${basisSign('inferred')}inferred</li><li>${spanSign()}less precise than a day</li></ul>
        ${timeline(events, model.answer.articles)}
        <div class="eras">${eras(events).map((era) => html`
          <div class="era"><h3>${era.label}</h3><ol class="events">
            ${era.dated.map(({ event }) => one(model, event))}
          </ol></div>`)}</div>`);
}

/** @param {import('./bits.js').Model} model @param {import('../../pkg/tallysheet.js').Event} event */
function one(model, event) {
  return html`<li class="event">
    <a class="event-date" href="#${event.at}">${event.label}</a>
    <span class="event-basis">${basisSign(event.basis)}<span class="unseen">${event.basis}</span></span>
    ${badge(model.articles.get(event.article))}
    <p class="event-sentence">${sentence(event.sentence)}</p>
    ${event.basis === 'stated' ? nothing : html`<p class="event-why">${event.why}</p>`}
  </li>`;
}
