/**
 * What is known of an article, how it is known, and setting it: what is stated, what was set by us and why, what the
 * reader set, and what the text itself says of its day.
 *
 * @typedef {import('./bits.js').Model} Model
 * @typedef {import('../../pkg/tallysheet.js').ArticleCard} ArticleCard
 * @typedef {import('../../pkg/tallysheet.js').Fact} Fact
 */
import { html, nothing } from 'lit-html';
import { day, shortened } from '../state/words.js';
import { disclosure } from './bits.js';
import { chosen } from './correct.js';

/** How a fact is known, in words. */
const KNOWN = /** @type {Record<string, string>} */ ({ stated: 'stated', set: 'set by us', yours: 'set by you' });

/** A small word for how a fact is known. @param {string} known */
export function knownTag(known) {
  return known in KNOWN ? html`<span class="tag tag-${known}">${KNOWN[known]}</span>` : nothing;
}

/** @param {Model} model @param {ArticleCard} article */
export function facts(model, article) {
  const { author, language: tongue } = model.ui.about[article.key] ?? {};
  return html`<dl class="facts" id="facts-${article.key}" tabindex="-1" aria-label="What is known of ${article.title}">
    ${row('Headline', article.headline, article.headline.value, set(model, article, 'headline', 'headline', article.headline))}
    ${row('Outlet', article.outlet, article.outlet.value, set(model, article, 'outlet', 'outlet', article.outlet))}
    ${row('Published', article.published, day(article.published.value), html`${clues(model, article)}${set(model, article, 'published', 'day of publication', article.published)}`)}
    ${author ? row('Author', stated(author), author.value, nothing) : nothing}
    ${tongue ? row('Language', stated(tongue), language(tongue.value), nothing) : nothing}
  </dl>`;
}

/** A fact that only the page itself needs. @param {import('../html/page.js').Stated} given @returns {Fact} */
function stated({ value, by }) {
  return { value, known: 'stated', why: `Stated in the page’s data (${by}).`, at: '', was: '', wasKnown: '' };
}

/** @param {string} label @param {Fact} fact @param {string} value as it is shown @param {unknown} more */
function row(label, fact, value, more) {
  return html`<div><dt>${label}</dt><dd>
    ${value ? html`<span class="fact-value">${value}</span>` : html`<span class="absent">not stated in the text</span>`}
    ${knownTag(fact.known)}
    ${fact.wasKnown ? html`<span class="fact-why">Before: ${fact.was ? html`${label === 'Published' ? day(fact.was) : fact.was}, ${KNOWN[fact.wasKnown]}` : 'not stated in the text'}.</span>` : nothing}
    ${(fact.why && fact.known !== 'yours') || fact.at ? html`<span class="fact-why">${fact.why} ${fact.at ? html`<a href="#${fact.at}">See it<span class="unseen"> in the text: ${label}</span></a>` : nothing}</span>` : nothing}
    ${more}
  </dd></div>`;
}

/** What the text says of its day. @param {Model} model @param {ArticleCard} article */
function clues(model, article) {
  if (article.clues.length === 0) return nothing;
  return disclosure(model, `clues-${article.key}`, html`What the text says of it<span class="unseen">: ${article.title}</span>`, html`
    ${open(article)}
    <ul class="clues">${article.clues.map((clue) => html`<li><a href="#${clue.at}">“${clue.words}”</a>: ${clue.rule.why}.</li>`)}</ul>`, 'clues-box');
}

/** The days that the clues leave. @param {ArticleCard} article */
function open({ earliest, latest }) {
  if ((earliest === '' && latest === '') || earliest === latest) return nothing;
  return html`<p>By these clues alone: ${earliest === '' ? 'up to' : latest === '' ? 'from' : nothing} ${day(earliest)}${earliest !== '' && latest !== '' ? ' to ' : nothing}${day(latest)}.</p>`;
}

/**
 * The form that sets a fact.
 * @param {Model} model @param {ArticleCard} article @param {'headline' | 'outlet' | 'published'} kind @param {string} name @param {Fact} fact
 */
function set(model, article, kind, name, fact) {
  const { act, ready } = model;
  const id = `set-${kind}-${article.key}`;
  const called = `“${shortened(article.title)}”`;
  const show = (/** @type {string} */ value) => (kind === 'published' ? day(value) : `“${value}”`);
  return disclosure(model, id, html`${fact.value ? 'Change' : 'Set'}<span class="unseen"> the ${name} of ${article.title}</span>`, !model.ui.open.has(id) ? html`<p class="absent">This needs scripts.</p>` : html`
    <form class="set-fact" @submit=${chosen((to) => to !== fact.value && act.correct({ kind, what: article.key, to }, `${called}: the ${name} is ${show(to)}.`))}>
      <fieldset ?disabled=${!ready}><legend class="unseen">The ${name} of ${article.title}</legend>
        <label><span class="unseen">The ${name}</span><input name="value" required maxlength="500" autocomplete="off" type=${kind === 'published' ? 'date' : 'text'} .value=${fact.value}></label>
        <button class="button">Set</button>
        ${fact.wasKnown ? html`<button type="button" class="plain" @click=${() => act.correct({ kind, what: article.key, to: '' }, `${called}: the ${name} is again what it was.`)}>Take back</button>` : nothing}
      </fieldset>
    </form>`, 'set-box');
}

/** A language in English; its code where the browser knows no name. @param {string} code */
function language(code) {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code.replaceAll('_', '-')) ?? code;
  } catch {
    return code;
  }
}
