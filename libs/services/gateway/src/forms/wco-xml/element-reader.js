'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.ElementReader = void 0;
const element_fields_1 = require('./element-fields');
const namespaces_1 = require('./namespaces');
const xml_element_1 = require('./xml-element');
/** Reads elements into the canonical form and keeps the paths of all that has no place there. */
class ElementReader {
  unknownFields = [];
  /**
   * An element with elements as a plain object of that class. Outer white space of text is layout, not
   * data.
   */
  elements(element, type) {
    const fields = (0, element_fields_1.elementFieldsOf)(type);
    const values = {};
    this.unknownAttributes(element);
    this.unknownText(element);
    for (const child of element.children) {
      const field = child.uri === namespaces_1.DEC ? fields.get(child.name) : undefined;
      const before = field && values[field.property];
      if (!field || (before !== undefined && !field.list)) this.unknown(child);
      else if (!field.list) values[field.property] = this.content(child, field);
      else if (before) before.push(this.content(child, field));
      else values[field.property] = [this.content(child, field)];
    }
    return values;
  }
  /** The text of an element that is nothing but text and perhaps one attribute. */
  text(element, attribute) {
    this.unknownAttributes(element, attribute);
    element.children.forEach((child) => this.unknown(child));
    return element.text.trim();
  }
  /** Around the declaration there is nothing that the canonical form knows. */
  around(inner) {
    for (let within = inner; within.parent; within = within.parent) {
      this.unknownAttributes(within.parent);
      this.unknownText(within.parent);
      for (const child of within.parent.children) if (child !== within) this.unknown(child);
    }
  }
  unknown(element) {
    this.unknownFields.push((0, xml_element_1.pathOf)(element));
  }
  unknownAttributes(element, but) {
    for (const { name, uri, written } of element.attributes)
      if (uri !== '' || name !== but)
        this.unknownFields.push(`${(0, xml_element_1.pathOf)(element)}/@${written}`);
  }
  unknownText(element) {
    if (element.text.trim() !== '') this.unknownFields.push(`${(0, xml_element_1.pathOf)(element)}/text()`);
  }
  content(element, { content, attribute, type }) {
    if (content === 'text') return this.text(element);
    if (content === 'elements') return this.elements(element, type);
    if (content === 'value') return { value: this.text(element, attribute), ...marked(element, attribute) };
    return this.dateTime(element, attribute);
  }
  dateTime(element, attribute) {
    this.unknownAttributes(element);
    this.unknownText(element);
    const [held, ...others] = element.children;
    const known = held?.name === 'DateTimeString' && held.uri === namespaces_1.DEC_DATA ? held : undefined;
    if (held && !known) this.unknown(held);
    others.forEach((other) => this.unknown(other));
    return known ? { dateTimeString: this.text(known, attribute), ...marked(known, attribute) } : {};
  }
}
exports.ElementReader = ElementReader;
function marked(element, attribute = '') {
  const found = element.attributes.find(({ name, uri }) => uri === '' && name === attribute);
  return found ? { [attribute]: found.value.trim() } : {};
}
//# sourceMappingURL=element-reader.js.map
