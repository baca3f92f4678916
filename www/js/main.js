/**
 * Joins the page: address ↔ store ↔ engine, and the templates to the document.
 *
 * The page stands in the HTML before this runs. Here its links are taken over at once (they light and
 * scroll without any engine), the engine is started, and with its first answer the templates take over
 * the very elements that stand there. Everything that happens later is: the place changes, the store
 * asks, the page is drawn from the answer.
 *
 * @typedef {import('./state/address.js').Place} Place
 * @typedef {import('./state/store.js').Known} Known
 * @typedef {import('./parts/bits.js').Model} Model
 * @typedef {import('./parts/bits.js').Ui} Ui
 * @typedef {import('./parts/notice.js').Notice} Notice
 */
import { hydrate } from '@lit-labs/ssr-client';
import { render } from 'lit-html';
import { createEngine } from './core/engine.js';
import { bring, light } from './page/light.js';
import { refocus, where } from './page/focus.js';
import { fromFile, fromForm, whenDropped } from './page/intake.js';
import { sheet } from './page/sheet.js';
import { steadily } from './page/steady.js';
import { app } from './parts/app.js';
import { UI, firstModel, model as modelOf } from './parts/bits.js';
import { noticeView } from './parts/notice.js';
import { opened } from './parts/reader.js';
import { BLANK, filters, format, parse, unfiltered } from './state/address.js';
import { parts } from './state/anchor.js';
import { added, holding } from './state/corrections.js';
import { createStore, problem } from './state/store.js';
import { count } from './state/words.js';

/** What the status says while the tagger's model is on its way, and after how long. */
const REFINING = 'Names are being refined …';
const SLOW_MS = 1200;

const root = element('app');
const narrow = matchMedia('(max-width: 62rem)');
document.documentElement.classList.add('js');

const base = document.baseURI;
const store = createStore(
  createEngine({
    worker: new URL(__ASSETS__.worker, base).href,
    wasm: new URL(__ASSETS__.wasm, base).href,
    model: new URL(__ASSETS__.model, base).href,
  }),
  draw,
);

/** @type {Ui} */
let ui = UI;
/** What is wrong with the address; shown until the reader has chosen a way on. @type {Notice | null} */
let misread = null;
/** Whether the templates have taken the page over. */
let live = false;
/** The place that was brought into view last. */
let brought = '';
/** The timer that takes the status away again. */
let fading = 0;
/** The answer that is drawn. @type {import('./state/store.js').Answer | null} */
let drawn = null;
/** The timer after which the status speaks of names being refined. */
let refining = 0;
/** What the status last said of. @type {import('./state/store.js').Answer | null} */
let counted = null;

// ── drawing ──────────────────────────────────────────────────────────────────

/** @param {Known} known */
function draw(known) {
  if (known.answer && !live) takeOver(known);
  if (live && known.answer !== drawn) steadily(() => render(app(current()), root));
  else if (live) render(app(current()), root);
  else standStill(known.place);
  drawn = known.answer;
  settle(known);
  report(known);
  // For whom it concerns how names were read: tests wait for it.
  document.documentElement.dataset.names = known.names;
}

/** The model of now. @returns {Model} */
function current() {
  const { answer, place, readings, maps, readMs, phase, names, unrefined, entity, together, corrections } = store.known;
  if (!answer) throw new Error('There is no answer yet.');
  return modelOf({ place, answer, readings, maps, readMs, names, unrefined, entity, together, corrections, ready: phase === 'ready', ui, act, current });
}

/**
 * The templates take over what stands in the page. It was made from the answer to the empty question;
 * that answer comes first, whatever the address asks for.
 * @param {Known} known
 */
function takeOver({ answer, readings }) {
  if (!answer) return;
  live = true;
  standStill(BLANK);
  const open = [...root.querySelectorAll('details[open][data-id]')].map((details) => details.getAttribute('data-id') ?? '');
  const first = firstModel(answer, readings.values(), act, current);
  try {
    if (!root.firstElementChild) throw new Error('empty');
    hydrate(app(first), root);
  } catch {
    // Nothing stands there, or something else than we would draw: drawn afresh.
    root.replaceChildren();
    render(app(first), root);
  }
  ui = { ...ui, open: new Set(open) };
}

/** Without an answer the page is as it was made; only its places can be chosen. @param {Place} place */
function standStill({ view }) {
  const show = (/** @type {string} */ id, /** @type {boolean} */ on) => document.getElementById(id)?.toggleAttribute('hidden', !on);
  // Who an entity is, only the engine knows: until it is there the comparison stands in its place.
  show('compare', view === 'compare' || view === 'entity');
  show('reader', view !== 'collection');
  show('collection', view === 'collection');
  const stage = root.querySelector('main');
  if (stage) stage.className = `stage stage-${view === 'entity' ? 'compare' : view} `;
  for (const link of root.querySelectorAll('.places [data-view]')) {
    link.setAttribute('aria-current', link.getAttribute('data-view') === view ? 'page' : 'false');
  }
}

/** Lights, scrolls, and opens sheets as the place asks. @param {Known} known */
function settle({ place }) {
  const target = light(place.at);
  const reader = document.getElementById('reader');
  const panel = document.getElementById('filters');
  if (reader) sheet(reader, narrow.matches && (place.view === 'compare' || place.view === 'entity') && place.at !== '');
  if (panel && !reader?.hasAttribute('data-sheet')) sheet(panel, narrow.matches && ui.filters);
  const name = `${place.view} ${place.at}`;
  if (target && name !== brought) {
    bring(target, brought !== '');
    // A sheet that opens takes the focus along; on a wide screen it stays where the reader is.
    if (reader?.hasAttribute('data-sheet') && !reader.contains(document.activeElement)) focusMark(target);
  }
  brought = target ? name : '-';
}

/** @param {HTMLElement} target */
function focusMark(target) {
  const link = target.matches('a') ? target : target.querySelector('a');
  (link instanceof HTMLElement ? link : element('reader')).focus({ preventScroll: true });
}

/** The notice and the status. @param {Known} known */
function report(known) {
  const { phase, problem, answer, place } = known;
  const starting = phase === 'starting' && !problem;
  /** @type {Notice | null} */
  let notice = misread;
  if (phase === 'failed' && problem) {
    notice = {
      heading: 'The reading engine could not be started',
      lines: [problem.message, 'The articles and the comparison below are complete and can be read. Search, filters and adding articles need the engine.'],
      ways: [{ label: 'Try again', does: () => void store.start() }],
    };
  } else if (problem) {
    notice = {
      heading: 'This view could not be made',
      lines: [sentence(problem.message), 'What is shown is the last view that could.'],
      ways: [
        { label: 'Reset filters', does: () => act.go(unfiltered(store.known.place), 'replace') },
        { label: 'Try again', does: () => void store.start() },
      ],
    };
  }
  render(noticeView(notice), element('notice'));
  const status = element('status');
  if (starting) say(status, 'Starting the reading engine …');
  else if (phase === 'failed') say(status, '');
  else if (answer && answer !== counted) {
    const { shown, all } = answer.totals;
    // The first answer is what stands there, and one with better names is no other view.
    const quiet = counted === null || refining !== 0;
    counted = answer;
    if (filters(place)) say(status, shown === 0 ? 'Nothing is left by the filters.' : `${shown} of ${count(all, 'item')} shown.`);
    else if (!quiet || status.textContent?.startsWith('Starting')) {
      say(status, quiet ? '' : `All ${count(all, 'item')} shown.`);
      fade(status);
    }
  }
  refined(known.names, status);
}

/** What the core says, as a sentence. @param {string} words */
function sentence(words) {
  return words.charAt(0).toUpperCase() + words.slice(1) + (/[.?!]$/.test(words) ? '' : '.');
}

/** Says that names are being refined, if that takes long, and how it ended. @param {Known['names']} names @param {HTMLElement} status */
function refined(names, status) {
  if (names === 'refining') {
    refining ||= window.setTimeout(() => {
      if (store.known.names === 'refining' && status.textContent === '') say(status, REFINING);
    }, SLOW_MS);
  } else if (refining) {
    clearTimeout(refining);
    refining = 0;
    if (status.textContent === REFINING) {
      say(status, names === 'learnt' ? 'Names are refined.' : 'Names stay as they are: they could not be refined.');
      fade(status);
    }
  }
}

/** @param {HTMLElement} status @param {number} [ms] */
function fade(status, ms = 4000) {
  fading = window.setTimeout(() => say(status, ''), ms);
}

/** @param {HTMLElement} status @param {string} words */
function say(status, words) {
  clearTimeout(fading);
  if (status.textContent !== words) status.textContent = words;
}

// ── going ────────────────────────────────────────────────────────────────────

/**
 * Goes to a place and writes it into the address.
 * @param {Place} place
 * @param {'push' | 'replace'} [how] whether the browser's Back returns here
 */
function go(place, how = 'push') {
  misread = null;
  const address = format(place);
  if (how === 'push' && address !== format(store.known.place)) {
    history.replaceState({ ...history.state, focus: where() }, '');
    history.pushState({ inside: true }, '', address === '#' ? '#compare' : address);
  } else {
    history.replaceState(history.state, '', address === '#' ? '#compare' : address);
  }
  void store.go(place);
}

/** Back to where the reader came from: through the history if it was here, else by closing. */
function back() {
  if (history.state?.inside) history.back();
  else if (store.known.place.at !== '') {
    go({ ...store.known.place, at: '' }, 'replace');
    element('main').focus({ preventScroll: true });
  } else if (store.known.place.view === 'entity') {
    go({ ...store.known.place, view: 'compare', who: '' }, 'replace');
    element('part-who').scrollIntoView({ block: 'start' });
  }
}

/** Takes the place from the address. */
function arrive() {
  const { place, problems, section } = parse(location.hash);
  misread = problems.length === 0 ? null : {
    heading: 'Part of this link could not be read',
    lines: [...problems, 'What could be read of it is shown.'],
    ways: [
      { label: 'Go on', does: () => go(store.known.place, 'replace') },
      { label: 'Start afresh', does: () => go(BLANK, 'replace') },
    ],
  };
  void store.go(place);
  if (section) visit(section, 'instant');
}

/** Goes to a part of the page that a link names. @param {string} section @param {'smooth' | 'instant'} [behavior] */
function visit(section, behavior) {
  const { place } = store.known;
  const article = section.startsWith('article-') ? section.slice('article-'.length) : '';
  const part = document.getElementById(section);
  if (!part) return;
  if ((article || section === 'reader') && (place.view !== 'compare' || narrow.matches)) {
    go({ ...place, view: 'read', at: '', open: article ? [article] : place.open });
    scrollTo({ top: 0 });
    document.getElementById(section)?.focus({ preventScroll: true });
    return;
  }
  // The parts of the comparison cannot be seen from elsewhere.
  if (part.closest('#compare') && place.view !== 'compare') go({ ...place, view: 'compare', who: '', at: '' });
  for (let up = part.parentElement; up; up = up.parentElement) if (up instanceof HTMLDetailsElement) up.open = true;
  part.focus({ preventScroll: true });
  if (article) {
    const body = part.parentElement;
    body?.scrollTo({ top: part.offsetTop - body.offsetTop });
  } else if (section !== 'reader' && section !== 'main') part.scrollIntoView({ block: 'start', behavior });
}

/** @type {Model['act']} */
const act = {
  go,
  back,
  show: (part) => {
    const before = ui.filters;
    ui = { ...ui, ...part };
    draw(store.known);
    if (ui.filters !== before) element(ui.filters ? 'filters' : 'filters-button').focus({ preventScroll: true });
  },
  disclose: (id, open) => {
    if (ui.open.has(id) === open) return;
    const next = new Set(ui.open);
    if (open) next.add(id);
    else next.delete(id);
    ui = { ...ui, open: next };
    draw(store.known);
  },
  step,
  refine: () => void store.refine(),
  correct: (does, says, then = '') => lay(added(store.known.corrections, { does, says }), says, then),
  hold: (held) => {
    const log = holding(store.known.corrections, held);
    const before = store.known.corrections;
    const one = before.entries[Math.min(held, before.held)]?.says ?? '';
    void lay(log, held === before.held - 1 ? `Undone: ${one}` : held > before.held ? `Done again: ${one}` : 'All corrections are undone.', '').then(() => {
      // A button that has nothing more to do lets the focus go.
      if (document.activeElement?.matches('body, :disabled')) document.getElementById('corrections')?.focus({ preventScroll: true });
    });
  },
  copy: async (anchor) => {
    const link = new URL(`#${anchor}`, location.href).href;
    let said = 'Link copied.';
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      said = link;
    }
    act.show({ said });
  },
  add: async (typed) => takeIn([async () => fromForm(typed)], ['']),
  take: async (files) => void (await takeIn(files.map((file) => () => fromFile(file)), files.map((file) => file.name))),
  remove: async (key) => {
    try {
      await store.remove(key);
      element('collection').focus({ preventScroll: true });
    } catch (error) {
      act.show({ wrong: problem(error).message });
    }
  },
};

/**
 * Adds what the reader brings, one after another, and says what became of it.
 * @param {(() => Promise<import('./html/page.js').Read>)[]} all @param {string[]} names what each is called; empty for the form
 * @returns {Promise<boolean>} whether all of it was added
 */
async function takeIn(all, names) {
  act.show({ busy: true, wrong: '', source: false });
  /** @type {string[]} */
  const added = [];
  /** @type {string[]} */
  const wrong = [];
  for (const [at, one] of all.entries()) {
    try {
      const { article, about } = await one();
      const key = await store.add(article);
      added.push(key);
      ui = { ...ui, about: { ...ui.about, [key]: about } };
    } catch (error) {
      const { message, code } = problem(error);
      wrong.push(names[at] === '' || code === 'unknown' ? message : `“${names[at]}”: ${message}.`);
    }
  }
  act.show({ busy: false, wrong: wrong.join(' ') });
  const place = { ...store.known.place, at: '' };
  if (wrong.length) {
    if (place.view !== 'collection') go({ ...place, view: 'collection' });
    element('add-wrong').scrollIntoView({ block: 'center' });
  } else if (added.length) go(added.length === 1 ? { ...place, view: 'read', open: added } : { ...place, view: 'collection' });
  if (added.length) {
    const status = element('status');
    say(status, added.length === 1 ? [found(added[0]), ...ui.about[added[0]].notes].join(' ') : `${count(added.length, 'article')} added.`);
    fade(status, 9000);
  }
  return wrong.length === 0;
}

/** What was found in an article that was added. @param {string} key */
function found(key) {
  const article = store.known.answer?.articles.find((one) => one.key === key);
  return article ? `Added as ${article.letter}: ${count(article.figures, 'figure')} and ${count(article.quotes, 'quote')} found.` : 'Added.';
}

/**
 * Lays corrections over what was read, says so, and shows the page of another entity if this one is no more.
 * @param {Known['corrections']} log @param {string} says @param {string} then
 */
async function lay(log, says, then) {
  const status = element('status');
  try {
    await store.correct(log);
    if (then) {
      go({ ...store.known.place, who: then, at: '' }, 'replace');
      element('entity').focus({ preventScroll: true });
    }
    say(status, says);
  } catch (error) {
    say(status, problem(error).message);
  }
  fade(status);
}

/** To the next or previous mark that is drawn; Back still returns to where the reader came from. @param {1 | -1} way */
function step(way) {
  const { place, readings, answer } = store.known;
  if (!answer || place.view === 'collection') return;
  const shown = place.view === 'read' ? opened(current()) : answer.articles.map((article) => article.key);
  const marks = shown.flatMap((key) => readings.get(key)?.marks ?? []).filter((mark) => !place.hide.includes(mark.layer));
  if (marks.length === 0) return;
  const now = marks.findIndex((mark) => mark.at === place.at);
  const next = now < 0 ? nearest(marks, place.at, way) : (now + way + marks.length) % marks.length;
  go({ ...place, at: marks[next].at }, place.at === '' ? 'push' : 'replace');
  const target = document.getElementById(marks[next].at);
  if (target && !element('card').contains(document.activeElement)) focusMark(target);
}

/** The mark after or before a place that is none itself. @param {{at: string}[]} marks @param {string} at @param {1 | -1} way */
function nearest(marks, at, way) {
  const place = parts(at);
  if (!place) return way > 0 ? 0 : marks.length - 1;
  const after = marks.findIndex((mark) => {
    const one = parts(mark.at);
    return one?.key === place.key && one.start >= place.start;
  });
  if (after < 0) return way > 0 ? 0 : marks.length - 1;
  return way > 0 ? after : (after - 1 + marks.length) % marks.length;
}

// ── what the reader does ─────────────────────────────────────────────────────

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (!link) return;
  event.preventDefault();
  const { place, section, problems } = parse(link.getAttribute('href') ?? '');
  if (problems.length) return;
  const now = store.known.place;
  if (section) visit(section);
  else if (place.at !== '') {
    const view = now.view === 'collection' ? 'read' : now.view;
    ui = { ...ui, said: '' };
    go({ ...now, view, at: place.at });
  } else {
    go(place);
    scrollTo({ top: 0 });
    const focus = link.getAttribute('data-focus') ?? (place.view === 'entity' ? 'entity' : null);
    if (focus) document.getElementById(focus)?.focus();
  }
});

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
  const typing = event.target instanceof Element && event.target.closest('input:not([type=checkbox]), textarea, select');
  if (event.key === 'Escape') {
    if (ui.filters && (narrow.matches || element('filters').contains(document.activeElement))) act.show({ filters: false });
    else if (!typing) back();
    else return;
    event.preventDefault();
  } else if (!typing && !event.shiftKey && (event.key === 'j' || event.key === 'k')) {
    event.preventDefault();
    step(event.key === 'j' ? 1 : -1);
  } else if (!typing && event.key === '/') {
    event.preventDefault();
    element('search').focus();
  }
});

addEventListener('popstate', () => {
  arrive();
  if (!refocus(history.state?.focus)) document.getElementById(store.known.place.at)?.focus({ preventScroll: true });
});

whenDropped((files) => void act.take(files));

narrow.addEventListener('change', () => draw(store.known));

// ── starting ─────────────────────────────────────────────────────────────────

/** @param {string} id @returns {HTMLElement} */
function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no “${id}”.`);
  return found;
}

arrive();
void store.start();
