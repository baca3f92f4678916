/**
 * What the page knows: the place it is at, the latest answer, the articles as read, and how the
 * engine fares. One request per change; the latest wins.
 *
 * Comes in: {@link Engine}, the calls of the core. Goes out: a {@link Known}, new after each
 * change, through `changed`.
 *
 * @typedef {import('../../pkg/tallysheet.js').Answer} Answer
 * @typedef {import('../../pkg/tallysheet.js').Reading} Reading
 * @typedef {import('../../pkg/tallysheet.js').Minimap} Minimap
 * @typedef {import('../../pkg/tallysheet.js').Question} Question
 * @typedef {import('../../pkg/tallysheet.js').NewArticle} NewArticle
 * @typedef {import('../../pkg/tallysheet.js').EntityPage} EntityPage
 * @typedef {import('../../pkg/tallysheet.js').CoMentions} CoMentions
 * @typedef {import('./address.js').Place} Place
 * @typedef {{name: string, code: string, message: string}} Problem
 *
 * @typedef {object} Engine
 * @property {(question: Question) => Promise<Answer>} ask
 * @property {(key: string) => Promise<Reading>} read
 * @property {(article: NewArticle) => Promise<unknown>} add
 * @property {(key: string) => Promise<unknown>} remove
 * @property {(key: string) => Promise<Minimap>} minimap
 * @property {() => Promise<number>} readMs
 * @property {(key: string) => Promise<EntityPage>} entity
 * @property {(minimum: number) => Promise<CoMentions>} together
 * @property {(corrections: import('./corrections.js').Correction[]) => Promise<void>} correct
 * @property {() => Promise<void>} refine reads names with the learnt model from now on
 *
 * @typedef {object} Known
 * @property {Place} place
 * @property {Answer | null} answer
 * @property {ReadonlyMap<string, Reading>} readings
 * @property {ReadonlyMap<string, Minimap>} maps
 * @property {{key: string, page: EntityPage | null} | null} entity the page of the entity last asked for; without
 *   a page there is none of this key
 * @property {CoMentions | null} together who is named in the same sentences
 * @property {import('./corrections.js').Log} corrections
 * @property {number} readMs how long the last reading of articles took
 * @property {'starting' | 'ready' | 'failed'} phase
 * @property {Problem | null} problem Why the last question has no answer.
 * @property {'rules' | 'refining' | 'learnt' | 'failed'} names how names are read: by rules and tables at
 *   first, with the learnt model once it is there
 * @property {Problem | null} unrefined Why the model could not be used.
 */
import { BLANK, question } from './address.js';
import { NONE, told } from './corrections.js';

/**
 * @param {Engine} engine
 * @param {(known: Known) => void} changed
 */
export function createStore(engine, changed) {
  /** @type {Known} */
  let known = { place: BLANK, answer: null, readings: new Map(), maps: new Map(), entity: null, together: null, corrections: NONE, readMs: 0, phase: 'starting', problem: null, names: 'rules', unrefined: null };
  let latest = 0;
  /** The question that the shown answer is to, and what is shown beside it. */
  let answered = '';
  let besides = '';
  /** Whether what was read before is out of date. */
  let stale = false;

  /** @param {Partial<Known>} part */
  const put = (part) => {
    known = { ...known, ...part };
    changed(known);
  };

  /** What has to be read for an answer, beside what was read before. @param {Answer} answer @returns {Promise<Partial<Known>>} */
  const readAll = async (answer) => {
    const keys = answer.articles.map((article) => article.key);
    if (!stale && keys.length === known.readings.size && keys.every((key) => known.readings.has(key))) return {};
    const readings = await Promise.all(keys.map((key) => (!stale && known.readings.get(key)) || engine.read(key)));
    const maps = await Promise.all(keys.map((key) => (!stale && known.maps.get(key)) || engine.minimap(key)));
    return {
      readings: new Map(keys.map((key, i) => [key, readings[i]])),
      maps: new Map(keys.map((key, i) => [key, maps[i]])),
      readMs: await engine.readMs(),
    };
  };

  /** What a place shows beside the answer. @param {Place} place @returns {Promise<Partial<Known>>} */
  const beside = async ({ who, together }) => {
    /** @type {Partial<Known>} */
    const part = { together: await engine.together(together) };
    if (who === '') return part;
    const none = (/** @type {unknown} */ error) => {
      if (problem(error).code !== 'no_such_entity') throw error;
      return null;
    };
    return { ...part, entity: { key: who, page: await engine.entity(who).catch(none) } };
  };

  /** Asks. @param {boolean} [again] even if it was asked before @param {Place} [place] */
  const ask = async (again = false, place = known.place) => {
    const asked = question(place);
    const name = JSON.stringify(asked);
    const other = JSON.stringify([place.who, place.together]);
    // What was answered last is still shown, unless a later question is on its way.
    const turn = ++latest;
    const afresh = again || stale || name !== answered;
    if (!afresh && other === besides && known.phase === 'ready') {
      if (known.problem) put({ problem: null });
      return;
    }
    try {
      /** @type {Partial<Known>} */
      let part = {};
      if (afresh) {
        const answer = await engine.ask(asked);
        if (turn !== latest) return;
        part = { answer, ...(await readAll(answer)) };
      }
      if (turn !== latest) return;
      part = { ...part, ...(await beside(place)) };
      if (turn !== latest) return;
      answered = name;
      besides = other;
      if (afresh) stale = false;
      put({ ...part, phase: 'ready', problem: null });
    } catch (error) {
      if (turn !== latest) return;
      const found = problem(error);
      // A name in the address may be one that only the model finds: asked again when it is there.
      if (found.code === 'bad_question' && known.names === 'refining') return;
      put({ problem: found, phase: known.phase === 'starting' ? 'failed' : known.phase });
    }
  };

  /** Reads names with the learnt model, and asks again. Never rejects: without it the rules' reading stays. */
  const refine = async () => {
    if (known.names === 'refining' || known.names === 'learnt') return;
    put({ names: 'refining', unrefined: null });
    try {
      await engine.refine();
      stale = true;
      known = { ...known, names: 'learnt' };
    } catch (error) {
      known = { ...known, names: 'failed', unrefined: problem(error) };
    }
    // What has become of it is shown with the answer, in one step.
    await ask(true);
  };

  return {
    /** What is known now. */
    get known() {
      return known;
    },
    /**
     * Asks at once, as at the start or after a failure. The first question is the empty one, whose
     * answer the page was made from; the place's own follows.
     */
    async start() {
      if (known.answer) return ask(true);
      put({ phase: 'starting', problem: null });
      await ask(true, BLANK);
      if (known.answer) await Promise.all([refine(), ask()]);
    },
    refine,
    /** Goes to a place; asks if its filters differ. @param {Place} place */
    go(place) {
      put({ place });
      return known.phase === 'ready' ? ask() : Promise.resolve();
    },
    /** Adds an article; rejects with the core's error. @param {NewArticle} article */
    async add(article) {
      const before = new Set(known.answer?.articles.map((a) => a.key));
      await engine.add(article);
      await ask(true);
      return known.answer?.articles.find((a) => !before.has(a.key))?.key ?? '';
    },
    /** Lays other corrections over what was read; rejects with the core's error. @param {Known['corrections']} corrections */
    async correct(corrections) {
      await engine.correct(told(corrections));
      stale = true;
      known = { ...known, corrections };
      await ask(true);
    },
    /** Takes an article out. @param {string} key */
    async remove(key) {
      await engine.remove(key);
      await ask(true);
    },
  };
}

/** A plain problem from whatever was thrown. @param {unknown} thrown @returns {Problem} */
export function problem(thrown) {
  const error = /** @type {{name?: unknown, code?: unknown, message?: unknown}} */ (
    typeof thrown === 'object' && thrown !== null ? thrown : { message: thrown }
  );
  return {
    name: String(error.name ?? 'Error'),
    code: String(error.code ?? 'unknown'),
    message: String(error.message ?? 'Something went wrong.'),
  };
}
