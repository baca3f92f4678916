/** Who and where: the names, by article. */
import { html, nothing } from 'lit-html';
import { matrix } from '../charts/index.js';
import { count } from '../state/words.js';
import { entityAddress } from '../state/address.js';
import { disclosure, empty, part } from './bits.js';
import { unrefined } from './names.js';
import { together } from './together.js';

/** Rows shown before "Show the rest". */
const FIRST = 14;

/** @param {import('./bits.js').Model} model */
export function who(model) {
  const { rows, articles } = model.answer.matrix;
  const columns = articles.map((key) => model.articles.get(key));
  /** @type {Map<string, {label: string, n: number}>} */
  const kinds = new Map();
  for (const row of rows) {
    const kind = kinds.get(row.kind) ?? { label: row.kindLabel, n: 0 };
    kind.n += 1;
    kinds.set(row.kind, kind);
  }
  const kind = kinds.has(model.ui.kind) ? model.ui.kind : '';
  const shown = kind ? rows.filter((row) => row.kind === kind) : rows;
  const options = { href: (/** @type {{key: string}} */ row) => entityAddress(model.place, row.key) };
  const most = Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell.count)));
  return part('who', 'Who and where', rows.length ? html`${count(rows.length, 'name')}, most mentioned first. A name leads to all that is said of it; a dot’s size is the number of mentions.` : nothing,
    rows.length === 0
      ? empty('No name is left by the filters. Remove one of them.')
      : html`
        <div class="kinds" role="group" aria-label="Kind of name">
          ${choice(model, '', 'All', rows.length, kind)}
          ${[...kinds].map(([value, { label, n }]) => choice(model, value, label, n, kind))}
        </div>
        <div class="scroll" tabindex="0" role="group" aria-label="Names by article">${matrix(shown.slice(0, FIRST), columns, most, options)}</div>
        ${shown.length > FIRST
          ? disclosure(model, 'names', `Show ${count(shown.length - FIRST, 'more name')}`,
              html`<div class="scroll" tabindex="0" role="group" aria-label="More names by article">${matrix(shown.slice(FIRST), columns, most, options)}</div>`, 'rest')
          : nothing}
        ${together(model)}
        ${unrefined(model)}`);
}

/** @param {import('./bits.js').Model} model @param {string} value @param {string} label @param {number} n @param {string} now */
function choice(model, value, label, n, now) {
  return html`<button type="button" class="kind" ?disabled=${!model.ready} aria-pressed=${value === now ? 'true' : 'false'}
    @click=${() => model.act.show({ kind: value })}>${label} <span class="n">${n}</span></button>`;
}
