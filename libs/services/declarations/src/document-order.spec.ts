import { inDocumentOrder } from './document-order';

describe('errors in the order of the document', () => {
  const ITEM = '/goodsShipment/governmentAgencyGoodsItem';
  const inOrder = [
    '/functionalReferenceID',
    '/typeCode',
    '/exitOffice/id',
    ITEM,
    `${ITEM}/0/sequenceNumeric`,
    `${ITEM}/0/commodity/classification/0/id`,
    `${ITEM}/2/sequenceNumeric`,
    `${ITEM}/10/sequenceNumeric`,
    '/goodsShipment/importer/id',
  ];

  it('follow the schema, with the tenth item after the second and a list before its elements', () => {
    const shuffled = inOrder.map((pointer) => ({ pointer })).reverse();
    expect(inDocumentOrder(shuffled).map(({ pointer }) => pointer)).toEqual(inOrder);
  });
});
