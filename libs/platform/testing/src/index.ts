export { corpora, describeWithCorpora } from './corpora';
export { packFor } from './packs';
