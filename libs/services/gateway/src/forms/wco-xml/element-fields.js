'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.elementName = elementName;
exports.elementFieldsOf = elementFieldsOf;
const contracts_1 = require('@tonggwan/contracts');
/** Classes that are no element with elements: what they hold is text, marked by one attribute. */
const MARKED = new Map([
  [contracts_1.Amount, { content: 'value', attribute: 'currencyID' }],
  [contracts_1.Measure, { content: 'value', attribute: 'unitCode' }],
  [contracts_1.Quantity, { content: 'value', attribute: 'unitCode' }],
  [contracts_1.DateTime, { content: 'date and time', attribute: 'formatCode' }],
]);
/** Abbreviations that the WCO writes in capitals at the beginning of a name. */
const ABBREVIATION = /^(id|ucr|lpco|undgid|aeo|wco)(?=[A-Z]|$)/;
const known = new Map();
/**
 * The WCO's name of an element: `FunctionCode` for `functionCode`, `LPCOExemptionCode` for
 * `lpcoExemptionCode`.
 */
function elementName(property) {
  const abbreviation = ABBREVIATION.exec(property)?.[0] ?? property.charAt(0);
  return abbreviation.toUpperCase() + property.slice(abbreviation.length);
}
/** The elements that a class of the canonical form has, by name, in the order of the WCO's schema. */
function elementFieldsOf(type) {
  const before = known.get(type);
  if (before) return before;
  const fields = new Map(
    (0, contracts_1.fieldsOf)(type).map((field) => [elementName(field.name), elementField(field)]),
  );
  known.set(type, fields);
  return fields;
}
function elementField({ name, list, type }) {
  const child = type?.() ?? Object;
  const held = type ? (MARKED.get(child) ?? { content: 'elements' }) : { content: 'text' };
  return { element: elementName(name), property: name, list, type: child, ...held };
}
//# sourceMappingURL=element-fields.js.map
