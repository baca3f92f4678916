/**
 * The chart kit: scales in percent, shapes, and the small pieces that every chart shares.
 *
 * Charts are drawn without being measured: places along the axis are percentages, so a chart fits
 * any width and can be made before there is a browser. Comes in: plain data. Goes out: templates.
 */
import { html, svg } from 'lit-html';
import { ticks } from 'd3-array';

/** How many article colours there are; after that they begin again, told apart by their letter. */
const COLOURS = 6;

/**
 * The class that carries an article's colour.
 * @param {string} letter as in `ArticleCard.letter`: A … Z, A2 …
 */
export function colour(letter) {
  const place = letter.charCodeAt(0) - 65 + 26 * Math.max(0, (Number(letter.slice(1)) || 1) - 1);
  return `art-${place >= 0 ? (place % COLOURS) + 1 : 1}`;
}

/**
 * The letter of an article, in its colour.
 * @param {{letter: string, short: string} | undefined} article
 */
export function badge(article) {
  if (!article) return html`<span class="badge">?</span>`;
  return html`<abbr class="badge ${colour(article.letter)}" title=${article.short}>${article.letter}</abbr>`;
}

/**
 * A linear axis in percent of the drawing's width, with room at both ends for arrows.
 * @param {number} low @param {number} high
 */
export function axis(low, high) {
  const flat = !(high > low);
  const scale = flat ? linear([low - 1, low + 1], [3, 88]) : linear([low, high], [3, 88]);
  return {
    /** Where a value is, within the drawing. @param {number} value */
    x: (value) => round(Math.min(100, Math.max(0, scale(value)))),
    ticks: flat ? [low] : whole(ticks(low, high, 4), low, high),
  };
}

/**
 * A linear scale. d3's own would bring its colours, formats and interpolation along.
 * @param {[number, number]} domain @param {[number, number]} range
 * @returns {(value: number) => number}
 */
export function linear([from, to], [low, high]) {
  return (value) => low + ((value - from) / (to - from)) * (high - low);
}

/** Between whole numbers, half of one is no place for a label. @param {number[]} ticks @param {number} low @param {number} high */
function whole(ticks, low, high) {
  const kept = ticks.filter(Number.isInteger);
  return Number.isInteger(low) && Number.isInteger(high) && kept.length > 1 ? kept : ticks;
}

/** Percent with two decimals, so that the same drawing is made everywhere. @param {number} n */
export function round(n) {
  return Math.round(n * 100) / 100;
}

/** `12.5` as an attribute: `12.5%`. @param {number} n */
export function pct(n) {
  return `${round(n)}%`;
}

/**
 * Shapes placed at a percentage: a little drawing with its own pixels, its origin at `x`.
 * @param {number} x @param {unknown} shapes
 */
export function at(x, shapes) {
  return svg`<svg x=${pct(x)} y="0" width="1" height="1" overflow="visible">${shapes}</svg>`;
}

/** The hatch that stands for vague words; drawn once in the page. */
export function hatch() {
  return html`<svg class="defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" class="hatch"></path></pattern>
  </defs></svg>`;
}
