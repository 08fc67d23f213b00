export { readJson } from './json/index';
export { MalformedMessage, MessageTooLarge } from './malformed-message';
export type { Reading } from './reading';
export { readWcoXml } from './wco-xml/index';
