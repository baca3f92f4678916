/**
 * Walking a parsed page. Only these few members of a node are read, so that whatever parsed the page will do;
 * without recursion, so that no depth of nesting is too much.
 *
 * @typedef {object} Tree
 * @property {number} nodeType 1 for an element, 3 for text
 * @property {string} [localName] of an element, in lower case
 * @property {string} [data] of text
 * @property {(name: string) => string | null} [getAttribute]
 * @property {Tree | null} firstChild
 * @property {Tree | null} nextSibling
 * @property {Tree | null} parentNode
 */

export const ELEMENT = 1;
export const TEXT = 3;

/**
 * Every node below and with `root`, in order. What is below a node is passed over if `enter` gives `false` for it.
 * @param {Tree} root @param {(node: Tree) => boolean | void} enter @param {(node: Tree) => void} [leave]
 */
export function walk(root, enter, leave = () => {}) {
  /** @type {Tree | null} */
  let node = root;
  while (node) {
    /** @type {Tree | null} */
    const below = enter(node) === false ? null : node.firstChild;
    if (below) {
      node = below;
      continue;
    }
    leave(node);
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node) leave(node);
    }
    node = node && node !== root ? node.nextSibling : null;
  }
}

/** An attribute's value without white space around it; empty if there is none. @param {Tree} node @param {string} name */
export function attribute(node, name) {
  return node.getAttribute?.(name)?.trim() ?? '';
}

/** All text below a node. @param {Tree} node */
export function textOf(node) {
  let text = '';
  walk(node, (one) => {
    if (one.nodeType === TEXT) text += one.data ?? '';
  });
  return text;
}

/** Text as a line: white space made even, marks that only say where a word may be broken left out. @param {string} text */
export function even(text) {
  return text.replace(/[\u00ad\u200b\ufeff]/g, '').replace(/\s+/g, ' ').trim();
}
