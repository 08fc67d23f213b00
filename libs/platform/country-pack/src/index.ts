export type * from './country-pack';
