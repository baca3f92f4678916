/**
 * A part of the page as a sheet over the rest, on a narrow screen: while it is open, nothing else can
 * be reached, and the way back is the caller's.
 */

/**
 * Makes a sheet of a part, or a plain part again.
 * @param {HTMLElement} part
 * @param {boolean} on
 */
export function sheet(part, on) {
  if (part.hasAttribute('data-sheet') === on) return;
  if (on) {
    part.setAttribute('data-sheet', '');
    part.setAttribute('role', 'dialog');
    part.setAttribute('aria-modal', 'true');
  } else {
    for (const name of ['data-sheet', 'role', 'aria-modal']) part.removeAttribute(name);
  }
  document.documentElement.toggleAttribute('data-sheet-open', on);
  for (const other of others(part)) other.inert = on;
}

/** Everything beside a part, up to the body; the status is left to be heard. @param {HTMLElement} part */
function others(part) {
  /** @type {HTMLElement[]} */
  const found = [];
  for (let at = part; at !== document.body && at.parentElement; at = at.parentElement) {
    for (const one of at.parentElement.children) {
      if (one !== at && one instanceof HTMLElement && one.id !== 'status') found.push(one);
    }
  }
  return found;
}
