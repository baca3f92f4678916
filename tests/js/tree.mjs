// A parsed page with the few members of the DOM that the page's reader looks at, for Node, which has no DOM.
import { parse } from 'parse5';

/** @typedef {import('../../www/js/html/walk.js').Tree} Tree */

/** @param {string} html @returns {Tree} */
export function tree(html) {
  return node(/** @type {any} */ (parse(html)), null);
}

/** @param {any} from @param {Tree | null} parent @returns {Tree} */
function node(from, parent) {
  /** @type {Record<string, string>} */
  const attributes = Object.fromEntries((from.attrs ?? []).map((/** @type {any} */ one) => [one.name, one.value]));
  /** @type {Tree} */
  const made = {
    nodeType: from.tagName ? 1 : from.nodeName === '#text' ? 3 : from.nodeName === '#document' ? 9 : 8,
    localName: from.tagName,
    data: from.value,
    getAttribute: (name) => attributes[name] ?? null,
    firstChild: null,
    nextSibling: null,
    parentNode: parent,
  };
  const children = (from.childNodes ?? []).map((/** @type {any} */ child) => node(child, made));
  children.forEach((/** @type {Tree} */ child, /** @type {number} */ at) => {
    child.nextSibling = children[at + 1] ?? null;
  });
  made.firstChild = children[0] ?? null;
  return made;
}
