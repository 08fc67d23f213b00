import { queryAs } from '@tonggwan/testing';
import { consignment } from './consignments.fixture';
import { type House, openHouse } from './house.fixture';
import type { Receipt } from './lodging.fixture';
import { shownWhen } from './lodging.fixture';
import type { ProblemBody } from './visitor.fixture';

const MEBIBYTE = 1024 * 1024;
const XML = 'application/xml';
const JSON_TYPE = 'application/json';

describe('a message that cannot be read', () => {
  let house: House;

  beforeAll(async () => (house = await openHouse('kr')), 120_000);
  afterAll(() => house.close(), 60_000);

  const send = (body: string | Buffer, type: string) =>
    house.as.broker.send<ProblemBody>('/declarations', body, type);

  it.each([
    ['JSON', JSON_TYPE, '{\n  "functionalReferenceID": "A",\n  "typeCode" "B"\n}', 3, 14],
    ['JSON that ends too early', JSON_TYPE, '[{"functionalReferenceID":"A"}', 1, 31],
    ['XML', XML, '<MetaData>\n  <Declaration>\n  </MetaData>', 3, 13],
    ['XML with a DOCTYPE', XML, '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>', 2, 1],
  ])('is refused with line and column, and kept: %s', async (_, type, text, line, column) => {
    const { status, body } = await send(text, type);
    expect({ status, at: body.errors?.map((error) => [error.line, error.column]) }).toEqual({
      status: 400,
      at: [[line, column]],
    });
    const kept = await queryAs(
      house.databaseUrl,
      `select party, subject, media_type, fault is not null as refused from gateway.raw_message where body = $1`,
      [Buffer.from(text)],
    );
    expect(kept).toEqual([{ party: 'BROKER-1', subject: 'broker', media_type: type, refused: true }]);
  });

  it.each([
    ['no declaration', '{"functionCode":"9"}', '/functionalReferenceID'],
    ['a number for a text', '{"functionalReferenceID":17}', '/functionalReferenceID'],
    [
      'a price that is no number',
      JSON.stringify(consignment('PRICE', { price: '12,50' })),
      '/goodsShipment/governmentAgencyGoodsItem/0/commodity/invoiceLine/itemChargeAmount/value',
    ],
  ])('is refused with a pointer to the field: %s', async (_, text, pointer) => {
    const { status, body } = await send(text, JSON_TYPE);
    expect({ status, pointers: body.errors?.map((error) => error.pointer) }).toEqual({
      status: 400,
      pointers: [pointer],
    });
  });

  it.each([
    ['XML', XML, Buffer.from(`<a>${' '.repeat(10 * MEBIBYTE)}</a>`)],
    ['JSON', JSON_TYPE, Buffer.from(`"${' '.repeat(10 * MEBIBYTE)}"`)],
  ])('is too large beyond 10 MiB: %s', async (_, type, body) => {
    expect((await send(body, type)).status).toBe(413);
  });

  it('is too large where the declaration in it does not fit the log', async () => {
    const declaration = {
      ...consignment('LARGE'),
      additionalInformation: [{ statementDescription: 'x'.repeat(2 * MEBIBYTE) }],
    };
    const { status, body } = await send(JSON.stringify(declaration), JSON_TYPE);
    expect({ status, title: body.title }).toEqual({ status: 413, title: 'too-large' });
  });

  it.each([
    ['no body', JSON_TYPE, ''],
    ['an empty array', JSON_TYPE, '[]'],
    ['more than a hundred', JSON_TYPE, JSON.stringify(Array(101).fill({ functionalReferenceID: 'A' }))],
    ['bytes that are no UTF-8', XML, Buffer.from([0x3c, 0x61, 0xff, 0x3e])],
    ['a thousand levels', JSON_TYPE, '['.repeat(1_000)],
  ])('is refused: %s', async (_, type, body) => {
    expect((await send(body, type)).status).toBe(400);
  });

  it('is refused where its form is not known', async () => {
    expect((await send('UNB+UNOA', 'application/edifact')).status).toBe(415);
  });

  it('does no harm to the 99 good ones beside it', async () => {
    const messages = Array.from({ length: 100 }, (_, index) => consignment(`ARRAY-${index}`));
    const body = messages.map((message, index) => (index === 41 ? { typeCode: 'B' } : message));
    const answer = await house.as.broker.post<(Receipt & ProblemBody)[]>('/declarations', body);
    expect(answer.status).toBe(202);
    expect(answer.body).toHaveLength(100);
    expect(answer.body[41]).toMatchObject({ status: 400, errors: [{ pointer: '/functionalReferenceID' }] });
    const good = answer.body.filter((_, index) => index !== 41);
    expect(good.map(({ lrn }) => lrn)).toEqual(
      messages.flatMap(({ functionalReferenceID }, index) => (index === 41 ? [] : [functionalReferenceID])),
    );
    expect(new Set(good.map(({ id }) => id)).size).toBe(99);
    for (const { id } of good) await shownWhen(house.as.broker, id, ({ status }) => status !== 'received');
  }, 120_000);
});
