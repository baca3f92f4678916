/**
 * Drawing anew without anything jumping: what has the focus keeps it where rows have changed places, and
 * what the reader looks at stays where it is on the screen.
 */
import { refocus, where } from './focus.js';

/** Whether the browser itself holds what is in view while things above it grow. */
const anchors = CSS.supports('overflow-anchor', 'auto');

/**
 * Draws, and sets right what that moved.
 * @param {() => void} draw
 */
export function steadily(draw) {
  const focus = document.activeElement;
  const href = focus?.getAttribute('href') ?? null;
  const place = href === null ? null : where();
  const seen = anchors ? null : document.elementFromPoint(innerWidth / 4, innerHeight / 2);
  const top = seen?.getBoundingClientRect().top ?? 0;
  draw();
  // Rows are drawn into the elements that were there: the link of before may be another's now.
  if (focus?.getAttribute('href') !== href || !focus?.isConnected) refocus(place);
  if (seen?.isConnected) scrollBy({ top: seen.getBoundingClientRect().top - top, behavior: 'instant' });
}
