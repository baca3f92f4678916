/**
 * The filters, drawn from what the answer says there is to filter by: a new dimension of the core
 * appears here by itself.
 *
 * @typedef {import('./bits.js').Model} Model
 * @typedef {import('../../pkg/tallysheet.js').Facet} Facet
 */
import { html, nothing } from 'lit-html';
import { filters as active, toggled, unfiltered } from '../state/address.js';
import { number } from '../state/words.js';
import { disclosure } from './bits.js';

/** Values shown before "Show the rest", and from how many on a list can be searched. */
const FIRST = 6;
const LONG = 12;

/** The active filters, each to be taken away. @param {Model} model */
export function chips(model) {
  const { place, act, answer } = model;
  if (active(place) === 0) return nothing;
  /** @type {{label: string, without: import('../state/address.js').Place}[]} */
  const list = [];
  for (const [dim, values] of Object.entries(place.chosen)) {
    const facet = answer.facets.find((one) => one.dim === dim);
    for (const value of values) {
      const label = facet?.values.find((one) => one.value === value)?.label ?? value;
      list.push({ label: `${facet?.label ?? dim}: ${label}`, without: toggled(place, dim, value) });
    }
  }
  if (place.low !== null) list.push({ label: `from ${number(place.low)}`, without: { ...place, low: null } });
  if (place.high !== null) list.push({ label: `up to ${number(place.high)}`, without: { ...place, high: null } });
  if (place.text !== '') list.push({ label: `“${place.text}”`, without: { ...place, text: '' } });
  if (place.boilerplate) list.push({ label: 'with what is not article', without: { ...place, boilerplate: false } });
  return html`<section aria-label="Active filters"><ul class="chips">
    ${list.map(({ label, without }) => html`<li><button type="button" class="chip" ?disabled=${!model.ready} @click=${() => act.go(without)}><span class="unseen">Remove filter </span>${label}<span aria-hidden="true" class="chip-x">×</span></button></li>`)}
    <li><button type="button" class="plain" ?disabled=${!model.ready} @click=${() => act.go(unfiltered(place))}>Reset all</button></li>
  </ul></section>`;
}

/** @param {Model} model */
export function filters(model) {
  const { place, answer, act, ui } = model;
  return html`<section id="filters" class="filters" tabindex="-1" ?hidden=${!ui.filters} aria-labelledby="filters-heading">
    <div class="filters-bar"><h2 id="filters-heading">Filters</h2>
      <button type="button" class="close" @click=${() => act.show({ filters: false })}>Close<span class="unseen"> the filters</span></button></div>
    <fieldset class="bare" ?disabled=${!model.ready}><legend class="unseen">All views show what these leave</legend>
      <div class="range" role="group" aria-labelledby="range-heading">
        <h3 id="range-heading">Value of a figure</h3>
        <label>from <input type="number" step="any" inputmode="decimal" id="low" .value=${place.low === null ? '' : String(place.low)} @change=${(/** @type {globalThis.Event} */ event) => bound(model, 'low', event)}></label>
        <label>to <input type="number" step="any" inputmode="decimal" id="high" .value=${place.high === null ? '' : String(place.high)} @change=${(/** @type {globalThis.Event} */ event) => bound(model, 'high', event)}></label>
      </div>
      ${answer.facets.filter((facet) => facet.values.length > 0).map((facet) => one(model, facet))}
      <div class="facet"><label class="value"><input type="checkbox" id="boilerplate" .checked=${place.boilerplate} @change=${() => act.go({ ...place, boilerplate: !place.boilerplate })}><span>Count what is not article too <small>menus, captions, credits, footers</small></span></label></div>
    </fieldset>
  </section>`;
}

/** @param {Model} model @param {Facet} facet */
function one(model, facet) {
  const { ui, act } = model;
  const long = facet.values.length > LONG;
  const find = long ? (ui.find[facet.dim] ?? '').trim().toLowerCase() : '';
  const values = find ? facet.values.filter((value) => value.label.toLowerCase().includes(find)) : facet.values;
  const shown = values.slice(0, FIRST);
  const rest = values.slice(FIRST);
  return html`<fieldset class="facet" data-dim=${facet.dim}><legend>${facet.label}</legend>
    ${long ? html`<label class="facet-find"><span class="unseen">Find in ${facet.label}</span><input type="search" placeholder="Find" .value=${ui.find[facet.dim] ?? ''} @input=${(/** @type {globalThis.Event} */ event) => act.show({ find: { ...ui.find, [facet.dim]: /** @type {HTMLInputElement} */ (event.currentTarget).value } })}></label>` : nothing}
    <div class="values">${shown.map((value) => row(model, facet.dim, value))}</div>
    ${rest.length ? disclosure(model, `facet-${facet.dim}`, html`${rest.length} more<span class="unseen"> in ${facet.label}</span>`, html`<div class="values">${rest.map((value) => row(model, facet.dim, value))}</div>`, 'rest',
      // What is chosen is never out of sight.
      rest.some((value) => value.chosen)) : nothing}
    ${values.length === 0 ? html`<p class="empty">Nothing here is called that.</p>` : nothing}
  </fieldset>`;
}

/** @param {Model} model @param {string} dim @param {Facet['values'][number]} value */
function row(model, dim, value) {
  return html`<label class="value"><input type="checkbox" name=${dim} value=${value.value} .checked=${value.chosen}
    @change=${() => model.act.go(toggled(model.place, dim, value.value))}><span>${value.label}</span> <span class="n">${value.count}</span></label>`;
}

/** @param {Model} model @param {'low' | 'high'} which @param {globalThis.Event} event */
function bound(model, which, event) {
  const input = /** @type {HTMLInputElement} */ (event.currentTarget);
  const number = input.value === '' ? null : Number(input.value);
  if (number !== null && !Number.isFinite(number)) return;
  const other = which === 'low' ? model.place.high : model.place.low;
  const crossed = number !== null && other !== null && (which === 'low' ? number > other : number < other);
  input.setCustomValidity(crossed ? 'The lowest value is above the highest.' : '');
  if (crossed) input.reportValidity();
  else model.act.go({ ...model.place, [which]: number });
}
