export { Decimal, type Rounding } from './decimal';
export type { Decider, DomainEvent } from './decider';
export type { Clock, Random } from './ports';
export { hash32 } from './hash';
export { uuidV7 } from './uuid';
