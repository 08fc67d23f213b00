export { Door } from './client/door';
export { SERVICES } from './services';
export { startEmbedded } from './system/embedded-system';
export type { System, SystemOptions } from './system/system';
export { firstTokens } from './system/people';
export { WALL_TIME } from './system/office-time';
