export { type JsonReading, readJson } from './read-json';
