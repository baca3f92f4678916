/**
 * Corrections by the reader: the ways to make one on an entity's page, and the list of them in the collection.
 *
 * @typedef {import('./bits.js').Model} Model
 * @typedef {import('../../pkg/tallysheet.js').EntityPage} EntityPage
 */
import { html, nothing } from 'lit-html';
import { count } from '../state/words.js';
import { disclosure } from './bits.js';

/** The kinds that the core knows, in its words and in ours. */
const KINDS = [
  ['person', 'Person'], ['organisation', 'Organisation'], ['country', 'Country'], ['settlement', 'State or city'], ['place', 'Other place'],
  ['facility', 'Building or site'], ['group', 'Group'], ['law', 'Law'], ['event', 'Event'], ['product', 'Product or work'],
];

/** @param {Model} model @param {EntityPage} one */
export function correct(model, one) {
  const { act, answer } = model;
  const others = answer.matrix.rows.filter((row) => row.key !== one.key);
  return disclosure(model, 'entity-correct', html`Correct<span class="unseen"> ${one.label}</span>`, html`
    <fieldset ?disabled=${!model.ready}><legend class="unseen">Correct ${one.label}</legend>
      <form @submit=${chosen((name) => name !== one.label && act.correct({ kind: 'rename', what: one.key, to: name }, `“${one.label}” is called “${name}”.`))}>
        <label>Its name <input name="value" required maxlength="200" autocomplete="off" .value=${one.label}></label><button class="button">Rename</button></form>
      <form @submit=${chosen((to) => to !== one.kind && act.correct({ kind: 'retype', what: one.key, to }, `“${one.label}” is of the kind: ${KINDS.find(([kind]) => kind === to)?.[1].toLowerCase()}.`))}>
        <label>Its kind <select name="value">${KINDS.map(([kind, label]) => html`<option value=${kind} ?selected=${kind === one.kind}>${label}</option>`)}</select></label><button class="button">Change</button></form>
      ${others.length ? html`<form @submit=${chosen((into) => {
          const other = others.find((row) => row.key === into);
          if (other) act.correct({ kind: 'merge', what: one.key, to: into }, `“${one.label}” and “${other.label}” are one.`, into);
        })}>
        <label>The same as <select name="value" required><option value="">…</option>${others.map((row) => html`<option value=${row.key}>${row.label} (${row.kindLabel.toLowerCase()})</option>`)}</select></label><button class="button">Merge</button></form>` : nothing}
      <p><button type="button" class="button" @click=${() => act.correct({ kind: 'hide', what: one.key, to: '' }, `“${one.label}” is hidden.`)}>Hide<span class="unseen"> ${one.label}</span></button></p>
    </fieldset>
    <p class="row-meta">What you correct holds in this tab only, like articles that you add. <a href="#collection" data-focus="corrections">Your corrections</a> are listed in the collection and can be undone there.</p>`, 'correct');
}

/** Takes a mention out of an entity. @param {Model} model @param {EntityPage} one @param {{at: string, words: string}} mention */
export function split(model, one, { at, words }) {
  if (one.total < 2) return nothing;
  return html`<button type="button" class="plain" ?disabled=${!model.ready} @click=${() => model.act.correct({ kind: 'split', what: at, to: '' }, `One mention of “${words}” is not “${one.label}”.`)}>Not this one<span class="unseen">: ${words}</span></button>`;
}

/** The list in the collection; nothing before there is one. @param {Model} model */
export function corrections(model) {
  const { corrections: { entries, held }, act, ready } = model;
  if (entries.length === 0) return nothing;
  return html`<section id="corrections" class="corrections" tabindex="-1" aria-labelledby="corrections-heading">
    <h3 id="corrections-heading">Corrected by you</h3>
    <p>${count(held, 'correction')} laid over what was read, in this order. Kept in this tab’s memory only: they are gone when you close or reload the page, and a link you share does not contain them.</p>
    <ol>${entries.map((entry, i) => html`<li class=${i < held ? '' : 'undone'}>${entry.says}${i < held ? nothing : html`<span class="unseen"> (undone)</span>`}</li>`)}</ol>
    <p class="corrections-ways">
      <button type="button" class="button" ?disabled=${!ready || held === 0} @click=${() => act.hold(held - 1)}>Undo</button>
      <button type="button" class="button" ?disabled=${!ready || held === entries.length} @click=${() => act.hold(held + 1)}>Redo</button>
      <button type="button" class="button" ?disabled=${!ready || held === 0} @click=${() => act.hold(0)}>Undo all</button>
    </p>
  </section>`;
}

/** Does something with what a form's one field holds. @param {(value: string) => unknown} does */
export function chosen(does) {
  return (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const value = String(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get('value') ?? '').trim();
    if (value !== '') does(value);
  };
}
