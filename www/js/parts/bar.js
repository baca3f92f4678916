/** The bar: the name, the three places, search, filters, and adding an article. */
import { html } from 'lit-html';
import { filters as active, format, unfiltered } from '../state/address.js';

/** How long typing may pause before it is taken for a question, in milliseconds. */
const PAUSE = 160;

/** @type {[import('../state/address.js').Place['view'], string][]} */
const PLACES = [['compare', 'Compare'], ['read', 'Read'], ['collection', 'Collection']];

let typing = 0;

/** @param {import('./bits.js').Model} model */
export function bar(model) {
  const { place, ui, act, ready } = model;
  const n = active(place);
  return html`<header class="bar">
    <p class="tagline">What news articles say, laid side by side: who, where, when, how many and according to whom.</p>
    <div class="bar-row">
      <a class="brand" href="#compare">${tally()}<h1>Tallysheet</h1></a>
      <nav class="places" aria-label="Places">
        ${PLACES.map(([view, label]) => html`<a href=${address(place, view)} data-view=${view} aria-current=${place.view === view ? 'page' : 'false'}>${label}</a>`)}
      </nav>
    <div class="bar-tools">
      <form class="search" role="search" @submit=${(/** @type {globalThis.Event} */ event) => event.preventDefault()}>
        <label class="unseen" for="search">Search the articles</label>
        <input id="search" type="search" placeholder="Search the articles" autocomplete="off" spellcheck="false" maxlength="200" ?disabled=${!ready}
          .value=${place.text} @input=${(/** @type {globalThis.Event} */ event) => {
            const input = /** @type {HTMLInputElement} */ (event.currentTarget);
            clearTimeout(typing);
            typing = /** @type {any} */ (setTimeout(() => act.go({ ...model.current().place, text: input.value.trim() === '' ? '' : input.value }, 'replace'), PAUSE));
          }}>
      </form>
      <button type="button" class="button" id="filters-button" aria-expanded=${ui.filters ? 'true' : 'false'} aria-controls="filters" ?disabled=${!ready} @click=${() => act.show({ filters: !ui.filters })}>Filters${n ? html` <span class="count">${n}<span class="unseen"> active</span></span>` : ''}</button>
      <button type="button" class="button" id="reset" ?disabled=${!ready || n === 0} @click=${() => act.go(unfiltered(place))}>Reset</button>
      <a class="button strong" href=${address(place, 'collection')} data-view="collection" data-focus="add-text">Add article</a>
    </div>
    </div>
  </header>`;
}

/** A view's address: bare without filters, so that it works without scripts too. @param {import('../state/address.js').Place} place @param {import('../state/address.js').Place['view']} view */
function address(place, view) {
  const address = format({ ...place, view, at: '' });
  return address === '#' ? '#compare' : address;
}

function tally() {
  return html`<svg class="tally" width="30" height="26" viewBox="0 0 30 26" aria-hidden="true" focusable="false"><path d="M5 3V23M11.5 3V23M18 3V23M24.5 3V23"></path><path class="stroke" d="M1 20L29 6"></path></svg>`;
}
