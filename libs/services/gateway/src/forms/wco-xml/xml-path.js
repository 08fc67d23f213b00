'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.xmlPath = xmlPath;
const contracts_1 = require('@tonggwan/contracts');
const element_fields_1 = require('./element-fields');
/**
 * A JSON Pointer into the canonical declaration as the path of the element or attribute that it was read
 * from.
 */
function xmlPath(jsonPointer) {
  const [, ...steps] = jsonPointer.split('/');
  let path = '/MetaData/Declaration';
  let fields = (0, element_fields_1.elementFieldsOf)(contracts_1.Declaration);
  for (let at = 0; at < steps.length; at++) {
    const field = fields.get((0, element_fields_1.elementName)(steps[at] ?? ''));
    if (!field) return path;
    path += `/${field.element}`;
    if (field.list && at + 1 < steps.length) path += `[${Number(steps[++at]) + 1}]`;
    if (field.content !== 'elements') return path + insideOf(field, steps[at + 1]);
    fields = (0, element_fields_1.elementFieldsOf)(field.type);
  }
  return path;
}
function insideOf({ content, attribute }, property) {
  if (property === undefined) return '';
  const holder = content === 'date and time' ? '/DateTimeString' : '';
  return property === attribute ? `${holder}/@${attribute}` : holder;
}
//# sourceMappingURL=xml-path.js.map
