/**
 * The timeline: what is dated, one lane for each article, broken where years lie between.
 *
 * A date that the text gives whole is filled, one that was inferred is hollow; a day is a dot, what is
 * less precise a bar as wide as the time it may mean. Comes in: events in order of time, articles.
 * Goes out: lanes of links, and the same as a list.
 *
 * @typedef {import('../../pkg/tallysheet.js').Event} Event
 * @typedef {import('../../pkg/tallysheet.js').ArticleCard} ArticleCard
 * @typedef {{event: Event, first: number, last: number}} Dated
 * @typedef {{dated: Dated[], first: number, last: number, label: string, left: number, width: number}} Era
 */
import { html, svg, nothing } from 'lit-html';
import { utcTicks } from 'd3-time';
import { at, badge, colour, linear, pct, round } from './kit.js';

const DEFAULTS = {
  /** Days without any event after which the axis is broken. */
  gap: 150,
  /** The narrowest part of the axis, in percent. */
  narrowest: 13,
  /** Dots nearer than this, in percent of the whole width, are stacked. */
  crowded: 3.4,
};

const DAY = 86_400_000;
const STEP = 15;
const TICK = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
/** The room of a tick's label, in percent of the whole width. */
const LABEL = 11;

/**
 * Events in parts that no long gap divides.
 * @param {Event[]} events
 * @param {Partial<typeof DEFAULTS>} [options]
 * @returns {Era[]}
 */
export function eras(events, options = {}) {
  const { gap, narrowest } = { ...DEFAULTS, ...options };
  const dated = events
    .map((event) => ({ event, first: Date.parse(`${event.first}T00:00:00Z`), last: Date.parse(`${event.last}T00:00:00Z`) + DAY }))
    .filter(({ first, last }) => first < last)
    .sort((a, b) => a.first - b.first || a.last - b.last);
  /** @type {Era[]} */
  const found = [];
  for (const one of dated) {
    const now = found[found.length - 1];
    if (now && one.first - now.last <= gap * DAY) {
      now.dated.push(one);
      now.last = Math.max(now.last, one.last);
    } else {
      found.push({ dated: [one], first: one.first, last: one.last, label: '', left: 0, width: 0 });
    }
  }
  const total = found.reduce((sum, era) => sum + Math.sqrt(era.dated.length), 0);
  const spare = Math.max(0, 100 - narrowest * found.length);
  let left = 0;
  for (const era of found) {
    const [from, to] = [new Date(era.first).getUTCFullYear(), new Date(era.last - DAY).getUTCFullYear()];
    era.label = from === to ? String(from) : `${from}–${String(to).slice(String(from).slice(0, 2) === String(to).slice(0, 2) ? 2 : 0)}`;
    era.left = round(left);
    const least = Math.min(narrowest, 100 / found.length);
    era.width = round(least + (spare * Math.sqrt(era.dated.length)) / total);
    left += era.width;
  }
  return found;
}

/**
 * @param {Event[]} events
 * @param {ArticleCard[]} articles
 * @param {Partial<typeof DEFAULTS>} [options]
 */
export function timeline(events, articles, options = {}) {
  const { crowded } = { ...DEFAULTS, ...options };
  const parts = eras(events, options);
  const lanes = articles.filter((article) => events.some((event) => event.article === article.key));
  return html`<div class="time" role="group" aria-label="Timeline, one lane for each article">
    ${lanes.map((article) => lane(article, parts, crowded))}
    <div class="time-axis" aria-hidden="true">
      <svg class="time-track" height="36" focusable="false">
        ${parts.map((era, i) => svg`<svg x=${pct(era.left)} width=${pct(era.width)} height="36" overflow="visible">
          <line class="axis-line" x1="4%" x2="96%" y1="0.5" y2="0.5"></line>
          ${i > 0 ? at(0, svg`<path class="break" d="M-3 5L0 -4M1 5L4 -4"></path>`) : nothing}
          <text class="era-label" x="50%" y="33" text-anchor="middle">${era.label}</text>
          ${era.width >= 30 ? ticks(era) : nothing}
        </svg>`)}
      </svg>
    </div>
  </div>`;
}

/** The time that a part of the axis shows, with room at both ends: a dot on the first day is not on the edge.
 * @param {Era} era @returns {[number, number]} */
function reach(era) {
  const pad = Math.max(2 * DAY, (era.last - era.first) * 0.06);
  return [era.first - pad, era.last + pad];
}

/** @param {Era} era */
function scale(era) {
  return linear(reach(era), [6, 94]);
}

/** @param {Era} era */
function ticks(era) {
  const along = scale(era);
  const [from, to] = reach(era);
  const words = era.last - era.first > 330 * DAY ? MONTH : TICK;
  let free = -Infinity;
  return utcTicks(new Date(from), new Date(to), 4).map((tick) => {
    const x = along(tick.getTime());
    if (x < free) return nothing;
    free = x + (LABEL * 100) / era.width;
    return at(x, svg`<path class="axis-tick" d="M0 0V4"></path><text class="axis-label" y="16" text-anchor="middle">${words.format(tick)}</text>`);
  });
}

/** @param {ArticleCard} article @param {Era[]} parts @param {number} crowded */
function lane(article, parts, crowded) {
  const placed = parts.map((era) => ({ era, marks: stack(era, article.key, crowded) }));
  const rows = Math.max(1, ...placed.flatMap(({ marks }) => marks.map(({ row }) => row + 1)));
  const height = rows * STEP + 14;
  return html`<div class="time-lane ${colour(article.letter)}">
    ${badge(article)}
    <svg class="time-track" height=${height} role="group" aria-label=${`${article.letter}, ${article.short}`} focusable="false">
      ${placed.map(({ era, marks }) => svg`<svg x=${pct(era.left)} width=${pct(era.width)} height=${height} overflow="visible">
        <line class="grid" x1="4%" x2="96%" y1=${height - 0.5} y2=${height - 0.5}></line>
        ${marks.map(({ one, from, to, row }) => dot(one.event, from, to, height - 14 - row * STEP, era.left + era.width / 2 > 50))}
      </svg>`)}
    </svg>
  </div>`;
}

/**
 * Where the events of one article go within a part, those too near to one another in rows above.
 * @param {Era} era @param {string} article @param {number} crowded
 */
function stack(era, article, crowded) {
  const along = scale(era);
  const near = (crowded * 100) / era.width;
  /** The end of what is in each row. @type {number[]} */
  const ends = [];
  return era.dated
    .filter(({ event }) => event.article === article)
    .map((one) => {
      const from = round(along(one.first));
      const to = round(along(one.last));
      const day = one.last - one.first <= DAY;
      let row = ends.findIndex((end) => end <= from);
      if (row < 0) row = ends.push(0) - 1;
      ends[row] = (day ? from : to) + near;
      return { one, from, to, row };
    });
}

/** @param {Event} event @param {number} from @param {number} to @param {number} y @param {boolean} right whether its words go to the left of it */
function dot(event, from, to, y, right) {
  const kind = event.basis === 'stated' ? 'core' : 'hollow';
  const name = `${event.label}, ${event.basis}: “${event.words}”`;
  const day = event.first === event.last;
  // An SVG title cannot be bound in a template that is made before there is a browser: the words are text.
  return svg`<a href=${`#${event.at}`} aria-label=${name} class="time-link">
    ${day
      ? at((from + to) / 2, svg`<circle class="reach" cy=${y} r="11"></circle><circle class=${kind} cy=${y} r="5"></circle>`)
      : svg`<rect class="reach" x=${pct(from)} width=${pct(Math.max(2, to - from))} y=${y - 9} height="18"></rect><rect class=${kind} x=${pct(from)} width=${pct(Math.max(2, to - from))} y=${y - 4} height="8" rx="4"></rect>`}
    ${at(right ? from : to, svg`<text class="time-words" aria-hidden="true" x=${right ? -10 : 10} y=${y + 4} text-anchor=${right ? 'end' : 'start'}>${event.label}</text>`)}
  </a>`;
}

/** The sign of a date's basis, as in the chart. @param {string} basis */
export function basisSign(basis) {
  return html`<svg class="basis-sign" width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true" focusable="false"><circle class=${basis === 'stated' ? 'core' : 'hollow'} r="4"></circle></svg>`;
}

/** The sign of a date that is less precise than a day. */
export function spanSign() {
  return html`<svg class="basis-sign" width="24" height="12" viewBox="-12 -6 24 12" aria-hidden="true" focusable="false"><rect class="hollow" x="-11" y="-4" width="22" height="8" rx="4"></rect></svg>`;
}
