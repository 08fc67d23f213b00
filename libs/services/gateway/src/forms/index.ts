export { type JsonReading, readJson } from './json/index';
export { MalformedMessage, MessageTooLarge } from './malformed-message';
export type { Reading } from './reading';
export { type Header, readWcoXml, type WcoXmlReading, writeWcoXml } from './wco-xml/index';
