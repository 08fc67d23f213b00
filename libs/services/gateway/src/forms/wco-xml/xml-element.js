'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.pathOf = pathOf;
/** Where an element is, in the manner of XPath; a position is written where there are several. */
function pathOf(element) {
  const { parent, written, position } = element;
  if (!parent) return `/${written}`;
  const several = (parent.counts.get(written) ?? 0) > 1;
  return `${pathOf(parent)}/${written}${several ? `[${position}]` : ''}`;
}
//# sourceMappingURL=xml-element.js.map
