/**
 * Small pieces that several parts share.
 *
 * @typedef {import('../../pkg/tallysheet.js').Answer} Answer
 * @typedef {import('../../pkg/tallysheet.js').Reading} Reading
 * @typedef {import('../../pkg/tallysheet.js').ArticleCard} ArticleCard
 * @typedef {import('../../pkg/tallysheet.js').Minimap} Minimap
 * @typedef {import('../../pkg/tallysheet.js').Run} Run
 * @typedef {import('../../pkg/tallysheet.js').RuleNote} RuleNote
 * @typedef {import('../../pkg/tallysheet.js').NewArticle} NewArticle
 * @typedef {import('../state/address.js').Place} Place
 *
 * @typedef {object} Ui What is shown of the page itself; not part of the address.
 * @property {boolean} filters whether the filters are open
 * @property {ReadonlySet<string>} open disclosures that are open
 * @property {Readonly<Record<string, string>>} find what is typed to find a value, by dimension
 * @property {string} kind the kind of name shown in the matrix; empty for all
 * @property {string} said what was last done, in words: "Link copied"
 * @property {string} wrong why an article could not be added; empty if it could
 * @property {boolean} busy whether an article is being added
 * @property {boolean} source whether what is pasted to be added is a page's source
 * @property {Readonly<Record<string, import('../html/page.js').About>>} about what the pages say of articles that were added as such, by key
 *
 * @typedef {object} Acts What the reader may do. All are bound by `main`.
 * @property {(place: Place, how?: 'push' | 'replace') => void} go
 * @property {(part: Partial<Ui>) => void} show
 * @property {(id: string, open: boolean) => void} disclose
 * @property {(typed: {text: string, headline: string, outlet: string, published: string}) => Promise<boolean>} add
 * @property {(files: File[]) => Promise<void>} take to add files
 * @property {(key: string) => void} remove
 * @property {(anchor: string) => void} copy
 * @property {(way: 1 | -1) => void} step to the next or previous mark
 * @property {() => void} back
 * @property {(does: import('../state/corrections.js').Correction, says: string, then?: string) => Promise<void>} correct `then` is
 *   the key of the entity whose page is shown afterwards, if it is another
 * @property {(held: number) => void} hold so many corrections; the rest is undone
 * @property {() => void} refine to fetch the tagger's model once more
 *
 * @typedef {object} Model Everything a part draws from.
 * @property {Place} place
 * @property {Answer} answer
 * @property {ReadonlyMap<string, Reading>} readings
 * @property {ReadonlyMap<string, Minimap>} maps where each article's marks stand; empty before the engine is there
 * @property {import('../state/store.js').Known['entity']} entity the page of the entity last asked for
 * @property {import('../state/store.js').Known['together']} together who is named in the same sentences
 * @property {import('../state/corrections.js').Log} corrections
 * @property {number} readMs how long the engine took to read, in milliseconds; 0 if not known
 * @property {import('../state/store.js').Known['names']} names how names are read
 * @property {import('../state/store.js').Problem | null} unrefined why the learnt model is not used, if it could not be
 * @property {ReadonlyMap<string, ArticleCard>} articles by key
 * @property {boolean} ready whether the engine can be asked
 * @property {Ui} ui
 * @property {Acts} act
 * @property {() => Model} current the model as it is when asked: for what happens later
 */
import { html, nothing } from 'lit-html';
import { BLANK } from '../state/address.js';
import { NONE } from '../state/corrections.js';

/** @type {Readonly<Ui>} */
export const UI = Object.freeze({ filters: false, open: new Set(), find: {}, kind: '', said: '', wrong: '', busy: false, source: false, about: {} });

const idle = () => {};
/** Nothing happens: for what is made before there is a browser. @type {Readonly<Acts>} */
export const IDLE = Object.freeze({
  go: idle, show: idle, disclose: idle, add: async () => false, take: async () => {}, remove: idle, copy: idle, step: idle, back: idle,
  correct: async () => {}, hold: idle, refine: idle,
});

/**
 * The model of an answer.
 * @param {Omit<Model, 'articles' | 'current'> & {current?: () => Model}} from
 * @returns {Model}
 */
export function model(from) {
  /** @type {Model} */
  const made = {
    ...from,
    articles: new Map(from.answer.articles.map((article) => [article.key, article])),
    current: from.current ?? (() => made),
  };
  return made;
}

/**
 * The model of the first view: nothing asked, nothing chosen, and no engine yet. The page is made from
 * it at build time, and taken over with it in the browser.
 * @param {Answer} answer @param {Iterable<Reading>} readings @param {Acts} [act] @param {() => Model} [current]
 */
export function firstModel(answer, readings, act = IDLE, current = undefined) {
  const byKey = new Map([...readings].map((reading) => [reading.key, reading]));
  return model({ place: BLANK, answer, readings: byKey, maps: new Map(), entity: null, together: null, corrections: NONE, readMs: 0, names: 'rules', unrefined: null, ready: false, ui: UI, act, current });
}

/** A sentence of an article with what it is about lit. @param {Run[]} runs */
export function sentence(runs) {
  return runs.map((run) => (run.lit ? html`<mark>${run.text}</mark>` : run.text));
}

/** @param {RuleNote} rule */
export function why(rule) {
  return html`<span class="why">${rule.why} <code>${rule.name}</code></span>`;
}

/**
 * Something that opens. Its state is kept in the model, so that it stays with what it belongs to.
 * @param {Model} model @param {string} id @param {unknown} summary @param {unknown} body
 * @param {string} [kind] a class @param {boolean} [needed] whether it is open even if the reader has not opened it
 */
export function disclosure(model, id, summary, body, kind = '', needed = false) {
  return html`<details class="more ${kind}" data-id=${id} ?open=${needed || model.ui.open.has(id)}
    @toggle=${(/** @type {globalThis.Event} */ event) => model.act.disclose(id, /** @type {HTMLDetailsElement} */ (event.currentTarget).open)}
  ><summary>${summary}</summary><div class="more-body">${body}</div></details>`;
}

/** A part of the page with its heading. @param {string} id @param {string} heading @param {unknown} lead @param {unknown} body */
export function part(id, heading, lead, body) {
  return html`<section class="part" id="part-${id}" aria-labelledby="heading-${id}">
    <h2 id="heading-${id}">${heading}</h2>
    ${lead && lead !== nothing ? html`<p class="lead">${lead}</p>` : nothing}
    ${body}
  </section>`;
}

/** That an article's date was set, where it was. @param {ArticleCard} article */
export function dateTag({ published }) {
  const by = published.known === 'set' ? 'us' : published.known === 'yours' ? 'you' : '';
  return by === '' ? nothing : html`<span class="set" title=${published.why}>date set by ${by}</span>`;
}

/** Nothing to show, and what to do about it. @param {string} what */
export function empty(what) {
  return html`<p class="empty">${what}</p>`;
}
