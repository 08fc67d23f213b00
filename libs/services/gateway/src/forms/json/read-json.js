'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.readJson = readJson;
const contracts_1 = require('@tonggwan/contracts');
const malformed_message_1 = require('../malformed-message');
const utf8_text_1 = require('../utf8-text');
const json_fault_1 = require('./json-fault');
const known_fields_1 = require('./known-fields');
const MOST_DEPTH = 32;
const MOST_DECLARATIONS = 100;
/**
 * One declaration in the canonical form or an array of up to 100, each with its own verdict. Of a name that
 * is given twice the last value counts. Throws MalformedMessage for what is no such message.
 */
function readJson(bytes) {
  const value = parsed((0, utf8_text_1.utf8Text)(bytes));
  if (!Array.isArray(value)) return { batch: false, readings: [readingOf(value)] };
  if (value.length === 0) throw new malformed_message_1.MalformedMessage('The array holds no declaration.');
  if (value.length > MOST_DECLARATIONS)
    throw new malformed_message_1.MalformedMessage(
      `The array holds more than ${MOST_DECLARATIONS} declarations.`,
    );
  return { batch: true, readings: value.map(readingOf) };
}
function parsed(text) {
  const deep = (0, json_fault_1.nestedDeeperAt)(text, MOST_DEPTH);
  if (deep >= 0)
    throw new malformed_message_1.MalformedMessage(
      `The JSON is nested more than ${MOST_DEPTH} deep.`,
      (0, malformed_message_1.placeAt)(text, deep),
    );
  try {
    return JSON.parse(text);
  } catch {
    const at = (0, json_fault_1.jsonFaultAt)(text);
    const found = at < text.length ? `${JSON.stringify(text[at])} cannot stand here` : 'it ends too early';
    throw new malformed_message_1.MalformedMessage(
      `The message is not well-formed JSON: ${found}.`,
      (0, malformed_message_1.placeAt)(text, at),
    );
  }
}
function readingOf(value) {
  const unknownFields = [];
  const declaration = (0, known_fields_1.knownFields)(value, contracts_1.Declaration, '', unknownFields);
  return {
    declaration,
    unknownFields,
    faults: (0, contracts_1.validatorOf)(contracts_1.Declaration)(declaration),
  };
}
//# sourceMappingURL=read-json.js.map
