/** The card of the chosen mark: what it is, what it was read as, what is not stated, and why. */
import { html, nothing } from 'lit-html';
import { locate } from '../state/anchor.js';
import { disclosure, why } from './bits.js';
import { blockSwitch } from './block.js';
import { mention } from './mention.js';

/** @param {import('./bits.js').Model} model */
export function card(model) {
  const { place, readings, act } = model;
  if (place.at === '') return nothing;
  const found = locate(place.at, readings);
  const reading = found && readings.get(found.article);
  const block = reading?.blocks.find((one) => one.sentences.some((sentence) => sentence.at === found?.sentence));
  const mark = reading && found.mark >= 0 ? reading.marks[found.mark] : null;
  return html`<aside id="card" class="card" aria-label="About the chosen mark">
    <div class="card-bar">
      <p class="card-kind">${mark ? mark.kind : found ? 'Sentence' : 'Not found'}</p>
      <button type="button" class="icon" @click=${() => act.step(-1)} aria-label="Previous mark (K)">${arrow('M15 5L8 12L15 19')}</button>
      <button type="button" class="icon" @click=${() => act.step(1)} aria-label="Next mark (J)">${arrow('M9 5L16 12L9 19')}</button>
      <button type="button" class="icon" @click=${() => act.back()} aria-label="Close the card and go back (Esc)">${arrow('M6 6L18 18M18 6L6 18')}</button>
    </div>
    ${mark ? known(model, mark, reading) : nothing}
    ${!found
      ? html`<p class="card-note">This link leads to a place that none of these articles has. The article may have been added on another computer; articles that a reader adds are not part of a link.</p>`
      : !found.exact
        ? html`<p class="card-note">What this link led to is no longer marked here. This is the sentence it stands in.</p>`
        : nothing}
    ${found ? html`<p class="card-foot"><button type="button" class="plain" @click=${() => act.copy(place.at)}>Copy link</button> ${block ? blockSwitch(model, block, 'this paragraph') : nothing} <span>${model.ui.said}</span></p>` : nothing}
  </aside>`;
}

/** @param {import('./bits.js').Model} model @param {import('../../pkg/tallysheet.js').MarkView} mark @param {import('../../pkg/tallysheet.js').Reading | null | undefined} reading */
function known(model, mark, reading) {
  const around = within(mark.at, reading);
  return html`
    <p class="card-words">${mark.words}</p>
    <p class="card-reading"><span class="unseen">read as </span>${mark.reading}</p>
    <dl class="card-details">
      ${mark.details.map((detail) => html`<div class=${detail.stated ? '' : 'absent'}><dt>${detail.label}</dt><dd>${detail.at ? html`<a href="#${detail.at}">${detail.value}</a>` : detail.value}</dd></div>`)}
      ${around.map((outer) => html`<div><dt>Within</dt><dd><a href="#${outer.at}">${outer.kind}</a></dd></div>`)}
    </dl>
    ${mention(model, mark)}
    ${disclosure(model, 'card-why', 'Why?', why(mark.rule))}`;
}

/** The marks that hold this one. @param {string} at @param {import('../../pkg/tallysheet.js').Reading | null | undefined} reading */
function within(at, reading) {
  if (!reading) return [];
  const index = reading.marks.findIndex((mark) => mark.at === at);
  for (const block of reading.blocks) for (const sentence of block.sentences) for (const run of sentence.runs) {
    const depth = run.marks.indexOf(index);
    if (depth >= 0) return run.marks.slice(0, depth).map((i) => reading.marks[i]).filter((mark) => mark !== undefined);
  }
  return [];
}

/** @param {string} path */
function arrow(path) {
  return html`<svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${path}></path></svg>`;
}
