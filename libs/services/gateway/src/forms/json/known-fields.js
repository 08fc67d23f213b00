'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.knownFields = knownFields;
const contracts_1 = require('@tonggwan/contracts');
const known = new Map();
function fieldsByName(type) {
  const before = known.get(type);
  if (before) return before;
  const fields = new Map((0, contracts_1.fieldsOf)(type).map((field) => [field.name, field]));
  known.set(type, fields);
  return fields;
}
/**
 * A copy of a parsed value with nothing but the fields that its class has. The JSON Pointers of the others,
 * `__proto__` among them, are added to `unknown`. What is no object stays as it is, for the shape to be
 * judged.
 */
function knownFields(value, type, pointer, unknown) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const fields = fieldsByName(type);
  const copy = {};
  for (const [name, inner] of Object.entries(value)) {
    const field = fields.get(name);
    const place = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!field) unknown.push(place);
    else if (!field.type) copy[name] = inner;
    else copy[name] = knownChildren(inner, field.type(), place, unknown);
  }
  return copy;
}
function knownChildren(value, type, pointer, unknown) {
  return Array.isArray(value)
    ? value.map((one, index) => knownFields(one, type, `${pointer}/${index}`, unknown))
    : knownFields(value, type, pointer, unknown);
}
//# sourceMappingURL=known-fields.js.map
