export { readWcoXml } from './read-wco-xml';
