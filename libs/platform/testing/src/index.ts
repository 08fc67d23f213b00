export { corpora, describeWithCorpora } from './corpora';
export { everyOrder } from './every-order';
export { describeWithKafka } from './kafka';
export { packFor } from './packs';
export { asRole, testDatabase } from './test-database';
export { eventually, queryAs, startTestService, type TestAnswer, type TestService } from './test-service';
