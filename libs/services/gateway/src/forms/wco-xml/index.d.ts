export type { Header } from './header';
export { readWcoXml, type WcoXmlReading } from './read-wco-xml';
export { writeWcoXml } from './write-wco-xml';
