export type * from './dated';
export type * from './law';
export type * from './practice';
export type * from './tariff';
export type * from './sample';
export type * from './country-pack';
