/**
 * Notices: what went wrong and the way on. Drawn outside the page proper, so that it works also when
 * nothing else does.
 *
 * @typedef {object} Notice
 * @property {string} heading
 * @property {string[]} lines
 * @property {{label: string, does: () => void}[]} ways the ways on, first the likeliest
 */
import { html, nothing } from 'lit-html';

/** @param {Notice | null} notice */
export function noticeView(notice) {
  if (!notice) return nothing;
  return html`<div class="notice" role="alert">
    <h2>${notice.heading}</h2>
    ${notice.lines.map((line) => html`<p>${line}</p>`)}
    <p class="notice-ways">${notice.ways.map(({ label, does }, i) => html`<button type="button" class="button ${i === 0 ? 'strong' : ''}" @click=${does}>${label}</button>`)}</p>
  </div>`;
}
