/**
 * The reader: every article, block by block, each sentence and mark with its anchor as id.
 *
 * A mark is a link to itself, which is its permalink. Marks overlap: an outer mark is an element that
 * holds inner ones, and its own words are links of its own, since a link cannot hold a link. What is
 * lit is no matter of these templates: `main` marks it, also before they are taken over.
 */
import { html, nothing } from 'lit-html';
import { badge, colour, minimap, pick } from '../charts/index.js';
import { LAYERS, format } from '../state/address.js';
import { parts } from '../state/anchor.js';
import { day } from '../state/words.js';
import { blockSwitch } from './block.js';
import { card } from './card.js';
import { knownTag } from './facts.js';

/**
 * @typedef {import('../../pkg/tallysheet.js').Reading} Reading
 * @typedef {import('../../pkg/tallysheet.js').MarkedRun} MarkedRun
 * @typedef {import('./bits.js').Model} Model
 * @typedef {{named: Set<number>, linked: Set<number>}} Drawn Marks that have their id, and a link, already:
 *   one that is drawn in several pieces has each once.
 */

/** The layers by the core's numbers for them. */
const LAYERS_BY_NUMBER = ['figure', 'name', 'date', 'quote'];

/** A text that begins with a letter of a script that is written from right to left. */
const FROM_RIGHT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

const LAYER = /** @type {Record<string, string>} */ ({ figure: 'Figures', name: 'Names', date: 'Dates', quote: 'Quotes' });

/** The articles open in Read: those asked for, else that of the chosen mark, else the first. @param {Model} model */
export function opened(model) {
  const { place, answer } = model;
  const keys = place.open.filter((key) => model.articles.has(key));
  const at = parts(place.at)?.key ?? '';
  if (model.articles.has(at) && !keys.includes(at)) return keys.length > 1 ? [keys[0], at] : [at];
  return keys.length ? keys : answer.articles.slice(0, 1).map((article) => article.key);
}

/** @param {Model} model */
export function reader(model) {
  const { place, answer } = model;
  const keys = place.view === 'read' ? opened(model) : answer.articles.map((article) => article.key);
  const off = LAYERS.filter((layer) => place.hide.includes(layer)).map((layer) => `off-${layer}`).join(' ');
  return html`<section id="reader" class="reader ${off}" tabindex="-1" ?hidden=${place.view === 'collection'} aria-labelledby="reader-heading">
    <div class="reader-bar">
      <h2 id="reader-heading">${place.view === 'read' ? 'Read' : 'The articles'}</h2>
      <nav class="reader-tabs" aria-label="Articles">
        ${answer.articles.map((article) => html`<a href="#article-${article.key}" class="reader-tab ${colour(article.letter)}"
          aria-current=${place.view === 'read' && keys[0] === article.key ? 'true' : nothing} aria-label="${article.letter}: ${article.short}">${badge(article)}</a>`)}
      </nav>
      ${place.view === 'read' && answer.articles.length > 1 ? beside(model, keys) : nothing}
      <button type="button" class="close" @click=${() => model.act.back()} aria-label="Close the articles and go back">Close</button>
      <div class="layers" role="group" aria-label="Marks shown">
        ${LAYERS.map((layer) => html`<button type="button" class="layer layer-${layer}" ?disabled=${!model.ready}
          aria-pressed=${place.hide.includes(layer) ? 'false' : 'true'} @click=${() => toggle(model, layer)}>${LAYER[layer]}</button>`)}
      </div>
    </div>
    <div class="reader-body ${place.view === 'read' && keys.length > 1 ? 'two' : ''}">
      ${answer.articles.map((article) => whole(model, article.key, keys.includes(article.key)))}
    </div>
    ${card(model)}
  </section>`;
}

/** @param {Model} model @param {string} layer */
function toggle(model, layer) {
  const { place, act } = model;
  const hide = place.hide.includes(layer) ? place.hide.filter((l) => l !== layer) : [...place.hide, layer];
  act.go({ ...place, hide }, 'replace');
}

/** The choice of a second article. @param {Model} model @param {string[]} keys */
function beside(model, keys) {
  const { place, answer, act } = model;
  return html`<label class="beside">Beside it
    <select ?disabled=${!model.ready} @change=${(/** @type {globalThis.Event} */ event) => {
      const second = /** @type {HTMLSelectElement} */ (event.currentTarget).value;
      act.go({ ...place, at: '', open: second ? [keys[0], second] : [keys[0]] });
    }}>
      <option value="" ?selected=${keys.length < 2}>nothing</option>
      ${answer.articles.filter((article) => article.key !== keys[0]).map((article) => html`<option value=${article.key} ?selected=${keys[1] === article.key}>${article.letter}: ${article.short}</option>`)}
    </select></label>`;
}

/** One article. @param {Model} model @param {string} key @param {boolean} shown */
function whole(model, key, shown) {
  const article = model.articles.get(key);
  const reading = model.readings.get(key);
  if (!article) return nothing;
  const { published, outlet } = article;
  return html`<article id="article-${key}" class="article ${colour(article.letter)}" tabindex="-1" ?hidden=${!shown} aria-labelledby="name-${key}">
    <header class="article-head">
      ${badge(article)}
      <h3 id="name-${key}">${article.short}</h3>
      <p class="article-meta">
        ${outlet.value ? nothing : html`<span class="absent">outlet not stated in the text</span>`}
        ${published.value
          ? html`<span>dated ${day(published.value)} ${knownTag(published.known)}</span>`
          : html`<span class="absent">date not stated in the text</span>`}
        <a class="quiet" href=${format({ ...model.place, view: 'collection', at: '', open: [] })} data-focus="facts-${key}">How this is known<span class="unseen">: ${article.short}</span></a>
      </p>
      ${map(model, key)}
    </header>
    ${reading ? text(model, reading) : html`<p class="empty">This article is being read …</p>`}
  </article>`;
}

/** Where the marks stand; a click goes to the nearest. Its room is kept from the start. @param {Model} model @param {string} key */
function map(model, key) {
  const columns = model.maps.get(key);
  const hidden = new Set(model.place.hide);
  return html`<div class="minimap-room" @click=${(/** @type {MouseEvent} */ event) => {
    const room = /** @type {HTMLElement} */ (event.currentTarget);
    const nearest = columns ? pick(columns, event.offsetX / room.clientWidth, LAYERS_BY_NUMBER, hidden) : -1;
    const mark = model.readings.get(key)?.marks[nearest];
    if (mark) model.act.go({ ...model.place, at: mark.at });
  }}>${columns ? minimap(columns, LAYERS_BY_NUMBER, hidden) : nothing}</div>`;
}

/** @param {Model} model @param {Reading} reading */
function text(model, reading) {
  /** @type {Drawn} */
  const drawn = { named: new Set(), linked: new Set() };
  return html`<div class="text">${reading.blocks.map((block) => {
    const yours = block.rule.name === 'block/reader' ? ' block-yours' : '';
    const kind = `block block-${block.kind}${block.article ? '' : ' apart'}${yours}`;
    const label = block.article
      ? yours ? html`<span class="apart-label">Counted by you</span>${blockSwitch(model, block)}` : nothing
      : html`<span class="apart-label">${block.label}</span>${blockSwitch(model, block)}`;
    // What is written from right to left is read so; what is not needs no word.
    const direction = FROM_RIGHT.test(block.sentences[0]?.runs[0]?.text ?? '') ? 'auto' : nothing;
    const body = block.sentences.map((one, i) => html`${i > 0 ? ' ' : ''}<span class="sentence" id=${one.at}>${runs(one.runs, 0, reading, drawn)}</span>`);
    if (block.kind === 'headline' || block.kind === 'subheading') return html`<h4 class=${kind} dir=${direction}>${label}${body}</h4>`;
    return html`<p class=${kind} dir=${direction}>${label}${body}</p>`;
  })}</div>`;
}

/**
 * Runs that stand under the same `depth` outer marks.
 * @param {MarkedRun[]} all @param {number} depth @param {Reading} reading @param {Drawn} drawn
 * @returns {unknown[]}
 */
function runs(all, depth, reading, drawn) {
  /** @type {unknown[]} */
  const out = [];
  for (let i = 0; i < all.length; ) {
    const index = all[i].marks[depth];
    let end = i + 1;
    while (end < all.length && all[end].marks[depth] === index) end += 1;
    const group = all.slice(i, end);
    if (index === undefined) for (const run of group) out.push(words(run, depth, reading, drawn));
    else out.push(mark(group, index, depth, reading, drawn));
    i = end;
  }
  return out;
}

/**
 * The words of a run: a link to its innermost mark, if it has one. A mark in several pieces is one stop
 * for the Tab key.
 * @param {MarkedRun} run @param {number} depth @param {Reading} reading @param {Drawn} drawn
 */
function words(run, depth, reading, drawn) {
  const index = depth > 0 ? run.marks[depth - 1] : -1;
  const inner = reading.marks[index];
  if (!inner || run.text.trim() === '') return run.text;
  const again = drawn.linked.has(index);
  drawn.linked.add(index);
  return html`<a href="#${inner.at}" tabindex=${again ? '-1' : nothing}>${run.text}</a>`;
}

/** @param {MarkedRun[]} group @param {number} index @param {number} depth @param {Reading} reading @param {Drawn} drawn */
function mark(group, index, depth, reading, drawn) {
  const one = reading.marks[index];
  if (!one) return group.map((run) => run.text);
  const id = drawn.named.has(index) ? nothing : one.at;
  drawn.named.add(index);
  // The simplest and commonest mark holds nothing but its words.
  if (group.length === 1 && group[0].marks.length === depth + 1) {
    return html`<a class="m m-${one.layer}" id=${id} href="#${one.at}" data-mark=${one.at}>${group[0].text}</a>`;
  }
  return html`<span class="m m-${one.layer}" id=${id} data-mark=${one.at}>${runs(group, depth + 1, reading, drawn)}</span>`;
}

/** The address of an article in Read. @param {Model} model @param {string} key */
export function readAddress(model, key) {
  return format({ ...model.place, view: 'read', at: '', open: [key] });
}
