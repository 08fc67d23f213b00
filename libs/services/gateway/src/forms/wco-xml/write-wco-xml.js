'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.writeWcoXml = writeWcoXml;
const contracts_1 = require('@tonggwan/contracts');
const element_fields_1 = require('./element-fields');
const header_1 = require('./header');
const namespaces_1 = require('./namespaces');
const ESCAPES = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};
const escaped = (text) => text.replace(/[&<>"\r\n\t]/g, (found) => ESCAPES[found] ?? found);
/** A sound declaration as a WCO DEC message, its elements in the order of the WCO's schema. */
function writeWcoXml({ header, declaration }) {
  const fields = header_1.HEADER_FIELDS.map((property) => {
    const value = header[property];
    return value === undefined
      ? ''
      : tag(`md:${(0, element_fields_1.elementName)(property)}`, '', escaped(value));
  });
  const namespaces = ` xmlns="${namespaces_1.DEC}" xmlns:ds="${namespaces_1.DEC_DATA}" xmlns:md="${namespaces_1.META_DATA}"`;
  const body = tag('Declaration', '', elements(declaration, contracts_1.Declaration));
  const metaData = tag('md:MetaData', namespaces, fields.join('') + body);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${metaData}\n`;
}
const tag = (name, attributes, content) => `<${name}${attributes}>${content}</${name}>`;
function elements(holder, type) {
  const values = holder;
  let written = '';
  for (const field of (0, element_fields_1.elementFieldsOf)(type).values()) {
    const value = values[field.property];
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) written += element(one, field);
  }
  return written;
}
function element(value, { element: name, content, attribute = '', type }) {
  if (content === 'text') return tag(name, '', escaped(value));
  if (content === 'elements') return tag(name, '', elements(value, type));
  const held = value;
  const mark = held[attribute];
  const attributes = mark === undefined ? '' : ` ${attribute}="${escaped(mark)}"`;
  if (content === 'value') return tag(name, attributes, escaped(held.value ?? ''));
  return tag(name, '', tag('ds:DateTimeString', attributes, escaped(held.dateTimeString ?? '')));
}
//# sourceMappingURL=write-wco-xml.js.map
