/**
 * Remembering where the focus was, in words that outlive the element: for the way back through the
 * browser's history.
 *
 * @typedef {{id: string} | {within: string, href: string, nth: number}} Where
 */

/** Where the focus is, if it is on something that can be named. @returns {Where | null} */
export function where() {
  const now = document.activeElement;
  if (!(now instanceof Element) || now === document.body) return null;
  const href = now.getAttribute('href');
  if (href === null) return now.id ? { id: now.id } : null;
  const within = now.parentElement?.closest('[id]')?.id ?? '';
  return { within, href, nth: same(within, href).indexOf(now) };
}

/** Puts the focus back. @param {Where | null | undefined} place @returns {boolean} whether it was found */
export function refocus(place) {
  if (!place) return false;
  const found = 'id' in place ? document.getElementById(place.id) : same(place.within, place.href)[place.nth];
  if (!(found instanceof HTMLElement || found instanceof SVGElement)) return false;
  found.focus({ preventScroll: true });
  return document.activeElement === found;
}

/** @param {string} within @param {string} href */
function same(within, href) {
  const root = (within && document.getElementById(within)) || document;
  return [...root.querySelectorAll(`[href="${CSS.escape(href)}"]`)];
}
