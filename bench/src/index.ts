export { Corpus } from './corpus/corpus';
export { openAccounts } from './load/product';
export { openLoop, type Pace, saturating } from './load/pace';
export { Finished, finishedIn } from './measure/finished';
export { rateBetween, recoverySeconds } from './measure/recovery';
export { PARTY } from './system/order';
