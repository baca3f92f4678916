/**
 * Lighting a place in the articles: its mark, its sentence, and bringing them into view.
 *
 * Works on the page as it stands, whether the templates have taken it over or not, and touches only an
 * attribute that no template binds.
 */
import { parts } from '../state/anchor.js';

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * Lights what an anchor leads to and puts out what was lit.
 * @param {string} at empty to put out only
 * @returns {HTMLElement | null} what to bring into view
 */
export function light(at) {
  for (const element of document.querySelectorAll('[data-lit]')) element.removeAttribute('data-lit');
  if (at === '') return null;
  const named = document.getElementById(at);
  if (named?.matches('.m')) {
    for (const piece of document.querySelectorAll(`[data-mark="${CSS.escape(at)}"]`)) {
      piece.setAttribute('data-lit', 'mark');
      piece.closest('.sentence')?.setAttribute('data-lit', 'sentence');
    }
    return named;
  }
  const sentence = named?.matches('.sentence') ? named : holding(at);
  sentence?.setAttribute('data-lit', 'sentence');
  return sentence;
}

/** The sentence that an anchor's span begins in. @param {string} at */
function holding(at) {
  const place = parts(at);
  if (!place) return null;
  for (const sentence of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`#article-${place.key} .sentence`))) {
    const span = parts(sentence.id);
    if (span && place.start >= span.start && place.start < span.end) return sentence;
  }
  return null;
}

/**
 * Scrolls the nearest scroller, and no other, until an element is in its middle.
 * @param {HTMLElement} element
 * @param {boolean} [gently] with motion, where the reader allows motion
 */
export function bring(element, gently = true) {
  const box = element.getBoundingClientRect();
  const behavior = gently && !calm.matches ? 'smooth' : 'instant';
  const own = scroller(element);
  if (own) {
    const frame = own.getBoundingClientRect();
    own.scrollBy({ top: box.top - frame.top - (frame.height - box.height) / 2.4, behavior });
  } else {
    window.scrollBy({ top: box.top - (innerHeight - box.height) / 2.4, behavior });
  }
}

/** @param {HTMLElement} element */
function scroller(element) {
  for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
    const { overflowY } = getComputedStyle(up);
    if ((overflowY === 'auto' || overflowY === 'scroll') && up.scrollHeight > up.clientHeight + 1) return up;
  }
  return null;
}
