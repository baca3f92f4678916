/**
 * Range strips: the figures of one thing counted, each on its own line of one linear axis.
 *
 * Only what the text states is drawn: exact a tick, about a soft dot without a width, a range a bar,
 * "more than" a bracket with an open arrow, a word such as "hundreds" a pale hatched band.
 *
 * Comes in: a `Strip` and the articles. Goes out: a list of links with drawings, and a table.
 *
 * @typedef {import('../../pkg/tallysheet.js').Strip} Strip
 * @typedef {import('../../pkg/tallysheet.js').FigureRow} FigureRow
 * @typedef {import('../../pkg/tallysheet.js').ArticleCard} ArticleCard
 * @typedef {Pick<ReturnType<typeof axis>, 'x' | 'ticks'>} Axis
 */
import { html, svg, nothing } from 'lit-html';
import { number } from '../state/words.js';
import { at, axis, badge, colour, pct, round } from './kit.js';

/** What the chart says if nothing else is wanted. */
const DEFAULTS = {
  noSource: 'no source given',
  /** How a bound is described beside its drawing. @type {Record<string, string>} */
  bounds: {
    exact: 'exactly', approx: 'about', more_than: 'more than', at_least: 'at least',
    less_than: 'less than', at_most: 'at most', range: 'a range', vague: 'a word, not a number',
  },
};

const HEIGHT = 30;
const MIDDLE = HEIGHT / 2;
/** How far an open bracket reaches, in pixels: a direction, not an amount. */
const REACH = 30;

/**
 * @param {Strip} strip
 * @param {ReadonlyMap<string, ArticleCard>} articles
 * @param {Partial<typeof DEFAULTS>} [options]
 */
export function strip({ figures, axisLow, axisHigh, unitLabel }, articles, options = {}) {
  const say = { ...DEFAULTS, ...options };
  const line = axis(axisLow, axisHigh);
  const byAnchor = new Map(figures.map((figure) => [figure.at, figure]));
  return html`
    <ol class="strip">
      ${figures.map((figure, at) => [era(figures, at, articles), row(figure, line, articles.get(figure.article), byAnchor.get(figure.partOf), say)])}
    </ol>
    <div class="strip-axis" aria-hidden="true">
      <svg class="strip-track" height="20" focusable="false">
        ${line.ticks.map((tick) => at(line.x(tick), svg`<path class="axis-tick" d="M0 0V4"></path><text class="axis-label" y="16" text-anchor="middle">${number(tick)}</text>`))}
      </svg>
      <span class="strip-unit">${unitLabel}</span>
    </div>`;
}

/**
 * The year, before the first figure of each, where the figures are of several: what lies years apart is shown apart.
 * @param {FigureRow[]} figures @param {number} index @param {ReadonlyMap<string, ArticleCard>} articles
 */
function era(figures, index, articles) {
  const years = figures.map((figure) => articles.get(figure.article)?.published.value.slice(0, 4) ?? '');
  const year = years[index];
  return new Set(years).size > 1 && year !== years[index - 1] ? html`<li class="strip-era">${year || 'undated'}</li>` : nothing;
}

/**
 * @param {FigureRow} figure @param {Axis} line @param {ArticleCard | undefined} article
 * @param {FigureRow | undefined} whole @param {typeof DEFAULTS} say
 */
function row(figure, line, article, whole, say) {
  return html`<li class="strip-row ${article ? colour(article.letter) : ''}">
    <a href="#${figure.at}" class="strip-link">
      ${badge(article)}
      <span class="strip-words">
        <span class="strip-figure">${figure.words}</span>${counted(figure)} ${context(figure, whole, say.noSource)}
      </span>
      <svg class="strip-track" height=${HEIGHT} role="img" aria-label=${describe(figure, say)} focusable="false">
        <desc>${figure.value}</desc>
        ${line.ticks.map((tick) => svg`<line class="grid" x1=${pct(line.x(tick))} x2=${pct(line.x(tick))} y1="0" y2=${HEIGHT}></line>`)}
        ${shape(figure, line)}
      </svg>
    </a>
  </li>`;
}

/**
 * What a figure counts, as it follows the figure's words; what stands elsewhere in the text is in brackets.
 * @param {FigureRow} figure
 */
export function counted({ joint, thing, more }) {
  const behind = thing === '' ? '' : joint ? joint + thing : ` [${thing}]`;
  return more === '' ? behind : `${behind} [${more}]`;
}

/**
 * How a figure stands: whether it is so, who says it, when, where, and what it is a part of.
 * @param {FigureRow} figure @param {FigureRow | undefined} whole what it is a part of, if that is at hand @param {string} [noSource]
 */
export function context(figure, whole, noSource = DEFAULTS.noSource) {
  return html`${figure.status ? html`<span class="tag">${figure.status}</span>` : nothing}
    <span class="strip-meta">
      ${figure.source ? html`<span>according to ${figure.according}</span>` : html`<span class="absent">${noSource}</span>`}
      ${figure.asOf ? html`<span>as of: ${figure.asOf}</span>` : nothing}
      ${figure.place ? html`<span>where: ${figure.place}</span>` : nothing}
      ${figure.partOf ? html`<span>part of ${whole ? `the ${whole.words}` : 'another figure'}</span>` : nothing}
    </span>`;
}

/** What is drawn, in words. @param {FigureRow} figure @param {typeof DEFAULTS} say */
function describe(figure, say) {
  const bound = say.bounds[figure.bound] ?? figure.bound;
  const open = figure.low == null || figure.high == null;
  const value = figure.point ?? (open ? (figure.low ?? figure.high) : null);
  if (figure.bound === 'vague') return `“${figure.words}”: ${bound}`;
  if (value != null) return `${bound} ${number(value)}`;
  return figure.low != null && figure.high != null ? `${number(figure.low)} to ${number(figure.high)}` : figure.value;
}

/** @param {FigureRow} figure @param {Axis} line */
function shape(figure, line) {
  const low = figure.low ?? figure.point ?? null;
  const high = figure.high ?? figure.point ?? null;
  const point = figure.point ?? low ?? high;
  switch (figure.bound) {
    case 'exact':
      return point === null || point === undefined ? nothing : at(line.x(point), svg`<path class="tick" d="M0 4V26"></path>`);
    case 'approx':
      return point === null || point === undefined
        ? nothing
        : at(line.x(point), svg`<circle class="soft" cy=${MIDDLE} r="10"></circle><circle class="soft" cy=${MIDDLE} r="6.5"></circle><circle class="core" cy=${MIDDLE} r="3.5"></circle>`);
    case 'more_than':
    case 'at_least':
      return open(figure.low ?? point, 1, figure.bound === 'at_least', line);
    case 'less_than':
    case 'at_most':
      return open(figure.high ?? point, -1, figure.bound === 'at_most', line);
    case 'range': {
      if (low === null || high === null) return nothing;
      const a = line.x(low);
      const b = line.x(high);
      return svg`<rect class="extent" x=${pct(a)} y=${MIDDLE - 5} width=${pct(Math.max(0, round(b - a)))} height="10"></rect>
        ${at(a, svg`<path class="end" d="M0 7V23"></path>`)}${at(b, svg`<path class="end" d="M0 7V23"></path>`)}`;
    }
    default: {
      // A word has no edges of its own: the band is pale and, where it passes the axis, simply goes on.
      const a = line.x(low ?? 0);
      const b = high === null ? 100 : line.x(high);
      return svg`<rect class="word-ground" x=${pct(a)} y="5" width=${pct(Math.max(6, b - a))} height="20"></rect>
        <rect class="word" fill="url(#hatch)" x=${pct(a)} y="5" width=${pct(Math.max(6, b - a))} height="20"></rect>
        ${figure.words ? at(Math.min(a, 70), svg`<text class="word-label" x="6" y="19">“${figure.words}”</text>`) : nothing}`;
    }
  }
}

/**
 * A bracket at a value with an arrow that is open to one side; a filled dot if the value itself belongs.
 * @param {number | null | undefined} value @param {1 | -1} way @param {boolean} closed @param {Axis} line
 */
function open(value, way, closed, line) {
  if (value == null) return nothing;
  const end = way * REACH;
  return at(line.x(value), svg`
    <path class="bracket" d="M${way * 5} 5H0V25H${way * 5}"></path>
    <path class="arrow" d="M0 ${MIDDLE}H${end}M${end - way * 6} ${MIDDLE - 5}L${end} ${MIDDLE}L${end - way * 6} ${MIDDLE + 5}"></path>
    <circle class=${closed ? 'core' : 'hollow'} cy=${MIDDLE} r="3.5"></circle>`);
}

/** How each bound is drawn. */
export function stripLegend() {
  /** An axis of the legend's own: values are percent. */
  const plain = { x: (/** @type {number} */ value) => value, ticks: [] };
  /** @type {[string, Partial<FigureRow>][]} */
  const keys = [
    ['exact', { bound: 'exact', point: 50 }],
    ['about', { bound: 'approx', point: 50 }],
    ['a range', { bound: 'range', low: 15, high: 85 }],
    ['more than', { bound: 'more_than', low: 15 }],
    ['at least', { bound: 'at_least', low: 15 }],
    ['at most', { bound: 'at_most', high: 85 }],
    ['only a word', { bound: 'vague', low: 10, high: 90, words: '' }],
  ];
  return html`<ul class="legend" aria-label="How figures are drawn">${keys.map(
    ([label, figure]) => html`<li><svg width="44" height=${HEIGHT} aria-hidden="true" focusable="false">${shape(/** @type {FigureRow} */ (figure), plain)}</svg>${label}</li>`,
  )}</ul>`;
}

/**
 * The same as a table.
 * @param {Strip} data
 * @param {ReadonlyMap<string, ArticleCard>} articles
 * @param {Partial<typeof DEFAULTS>} [options]
 */
export function stripTable({ figures, label }, articles, options = {}) {
  const say = { ...DEFAULTS, ...options };
  return html`<table class="data">
    <caption>${label}</caption>
    <thead><tr><th scope="col">Article</th><th scope="col">As written</th><th scope="col">Value</th><th scope="col">Source</th><th scope="col">As of</th><th scope="col">Where</th><th scope="col">Status</th><th scope="col">Part of</th><th scope="col">Why</th></tr></thead>
    <tbody>${figures.map(
      (figure) => html`<tr>
        <th scope="row">${badge(articles.get(figure.article))} ${articles.get(figure.article)?.short}</th>
        <td><a href="#${figure.at}">${figure.words}</a>${counted(figure)}</td>
        <td class="num">${figure.value}</td>
        <td>${figure.source || html`<span class="absent">${say.noSource}</span>`}</td>
        <td>${figure.asOf || absent}</td>
        <td>${figure.place || absent}</td>
        <td>${figure.status || 'as stated'}</td>
        <td>${figure.partOf ? html`<a href="#${figure.partOf}">${figures.find((one) => one.at === figure.partOf)?.words ?? 'another figure'}</a>` : absent}</td>
        <td>${figure.rule.why}</td>
      </tr>`,
    )}</tbody>
  </table>`;
}

const absent = html`<span class="absent">not stated</span>`;
