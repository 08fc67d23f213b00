export { Decimal, type Rounding } from './decimal';
export type { Decider, DomainEvent } from './decider';
export type { Clock, Random } from './ports';
export { hash32 } from './hash';
export { localDay } from './local-day';
export { isUuid, uuidV7 } from './uuid';
