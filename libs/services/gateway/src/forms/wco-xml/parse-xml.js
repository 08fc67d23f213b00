'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.parseXml = parseXml;
const saxes_1 = require('saxes');
const malformed_message_1 = require('../malformed-message');
const MOST_ELEMENTS = 100_000;
const MOST_DEPTH = 32;
const MOST_ATTRIBUTES = 64;
const NAMESPACES = 'http://www.w3.org/2000/xmlns/';
const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';
/** The element tree of a text that nobody vouches for; comments and processing instructions are no data. */
function parseXml(text) {
  const parser = new saxes_1.SaxesParser({ xmlns: true });
  const refuse = (detail) => {
    throw new malformed_message_1.MalformedMessage(detail, {
      line: parser.line,
      column: Math.max(parser.column, 1),
    });
  };
  let root;
  let open;
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  parser.on('error', ({ message }) => refuse(sentence(message)));
  parser.on('doctype', () => refuse('A document type declaration is not taken.'));
  parser.on('xmldecl', ({ version, encoding }) => {
    if (version !== '1.0') refuse(`XML ${version} is not taken, only 1.0.`);
    if (encoding && !/^utf-?8$/i.test(encoding)) refuse(`The encoding ${encoding} is not taken, only UTF-8.`);
  });
  parser.on('opentagstart', () => {
    attributes = 0;
    if (++elements > MOST_ELEMENTS) refuse(`The message has more than ${MOST_ELEMENTS} elements.`);
    if (++depth > MOST_DEPTH) refuse(`The elements are nested more than ${MOST_DEPTH} deep.`);
  });
  parser.on('attribute', () => {
    if (++attributes > MOST_ATTRIBUTES) refuse(`An element has more than ${MOST_ATTRIBUTES} attributes.`);
  });
  parser.on('opentag', (tag) => {
    open = elementOf(tag, open, parser.line, parser.column);
    root ??= open;
  });
  const append = (part) => {
    if (open) open.text += part;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('closetag', () => {
    depth -= 1;
    open = open?.parent;
  });
  parser.write(text).close();
  return root ?? refuse('The message holds no element.');
}
function elementOf(tag, parent, line, column) {
  const position = (parent?.counts.get(tag.name) ?? 0) + 1;
  const element = {
    name: tag.local,
    uri: tag.uri,
    written: tag.name,
    attributes: Object.values(tag.attributes).flatMap(dataOf),
    children: [],
    parent,
    position,
    counts: new Map(),
    text: '',
    line,
    column,
  };
  parent?.counts.set(tag.name, position);
  parent?.children.push(element);
  return element;
}
/** Declarations of namespaces and places of schemas are about the message, not in it. */
function dataOf({ name, local, uri, value }) {
  const aboutSchemas = uri === SCHEMA_INSTANCE && /^(schemaLocation|noNamespaceSchemaLocation)$/.test(local);
  return uri === NAMESPACES || aboutSchemas ? [] : [{ name: local, uri, written: name, value }];
}
/** Saxes begins its messages with the place, which is told apart from the sentence here. */
function sentence(message) {
  const detail = message.replace(/^(\d+:\d+: )+/, '');
  return `The XML is not well-formed: ${detail}`;
}
//# sourceMappingURL=parse-xml.js.map
