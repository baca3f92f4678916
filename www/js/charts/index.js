/**
 * The charts. A chart is one file: defaults on top, data in, drawing and table out.
 * To add one: its file here, one line below, and its place in a part.
 */
export { strip, stripLegend, stripTable, context, counted } from './strip.js';
export { matrix } from './matrix.js';
export { timeline, eras, basisSign, spanSign } from './timeline.js';
export { minimap, pick } from './minimap.js';
export { relation } from './relation.js';
export { badge, colour, hatch } from './kit.js';
