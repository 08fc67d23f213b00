'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.readWcoXml = readWcoXml;
const contracts_1 = require('@tonggwan/contracts');
const malformed_message_1 = require('../malformed-message');
const utf8_text_1 = require('../utf8-text');
const element_fields_1 = require('./element-fields');
const element_reader_1 = require('./element-reader');
const header_1 = require('./header');
const namespaces_1 = require('./namespaces');
const parse_xml_1 = require('./parse-xml');
const xml_path_1 = require('./xml-path');
const headerFields = new Map(
  header_1.HEADER_FIELDS.map((property) => [(0, element_fields_1.elementName)(property), property]),
);
/**
 * A WCO DEC message as CDS takes it, alone or inside an envelope, in the canonical form. Paths are in the
 * manner of XPath. Throws MalformedMessage for what is no such message.
 */
function readWcoXml(bytes) {
  const text = (0, utf8_text_1.utf8Text)(bytes);
  const doctype = text.indexOf('<!DOCTYPE');
  if (doctype >= 0)
    throw new malformed_message_1.MalformedMessage(
      'A document type declaration is not taken.',
      (0, malformed_message_1.placeAt)(text, doctype),
    );
  const root = (0, parse_xml_1.parseXml)(text);
  const metaData = only('MetaData', metaDataIn(root), root);
  const isDeclaration = ({ name, uri }) => name === 'Declaration' && uri === namespaces_1.DEC;
  const element = only('Declaration', metaData.children.filter(isDeclaration), metaData);
  const reader = new element_reader_1.ElementReader();
  reader.around(metaData);
  const header = readHeader(metaData, element, reader);
  const declaration = reader.elements(element, contracts_1.Declaration);
  const faults = (0, contracts_1.validatorOf)(contracts_1.Declaration)(declaration).map(
    ({ pointer, message }) => ({
      pointer: (0, xml_path_1.xmlPath)(pointer),
      message,
    }),
  );
  return { header, declaration, unknownFields: reader.unknownFields, faults };
}
function metaDataIn(element) {
  const isMetaData = element.name === 'MetaData' && element.uri === namespaces_1.META_DATA;
  return isMetaData ? [element] : element.children.flatMap(metaDataIn);
}
function only(name, [first, second], where) {
  if (!first)
    throw new malformed_message_1.MalformedMessage(`This is no WCO declaration: it has no ${name}.`, where);
  if (second)
    throw new malformed_message_1.MalformedMessage(`A message holds one ${name}; here is another.`, second);
  return first;
}
function readHeader(metaData, declaration, reader) {
  const header = {};
  reader.unknownAttributes(metaData);
  reader.unknownText(metaData);
  for (const child of metaData.children) {
    const property = child.uri === namespaces_1.META_DATA ? headerFields.get(child.name) : undefined;
    if (property && header[property] === undefined) header[property] = reader.text(child);
    else if (child !== declaration) reader.unknown(child);
  }
  return header;
}
//# sourceMappingURL=read-wco-xml.js.map
