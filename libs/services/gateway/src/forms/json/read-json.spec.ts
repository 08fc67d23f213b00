import { Declaration } from '@tonggwan/contracts';
import { arbitraryOf } from '@tonggwan/contracts/arbitrary';
import fc from 'fast-check';
import { MalformedMessage, MessageTooLarge } from '../malformed-message';
import { readJson } from './read-json';

const read = (text: string) => readJson(Buffer.from(text));
const readingOf = (text: string) => read(text).readings[0];

function refusalOf(text: string): MalformedMessage {
  try {
    read(text);
  } catch (error) {
    if (error instanceof MalformedMessage) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('a declaration in JSON', () => {
  it('is taken as it is, whatever it holds', () => {
    fc.assert(
      fc.property(arbitraryOf(Declaration), (declaration) => {
        expect(read(JSON.stringify(declaration))).toEqual({
          batch: false,
          readings: [{ declaration, unknownFields: [], faults: [] }],
        });
      }),
      { numRuns: 50 },
    );
  });

  it('has its unknown fields reported by JSON Pointers, and left out', () => {
    const item = '{"sequenceNumeric":"1","a/b~c":{"d":1},"origin":[{"countryCode":"CN","x":null}]}';
    const shipment = `{"governmentAgencyGoodsItem":[{},${item}]}`;
    const text = `{"functionalReferenceID":"L","remark":1,"goodsShipment":${shipment}}`;
    const path = '/goodsShipment/governmentAgencyGoodsItem/1';
    expect(readingOf(text)).toEqual({
      declaration: {
        functionalReferenceID: 'L',
        goodsShipment: {
          governmentAgencyGoodsItem: [{}, { sequenceNumeric: '1', origin: [{ countryCode: 'CN' }] }],
        },
      },
      unknownFields: ['/remark', `${path}/a~1b~0c`, `${path}/origin/0/x`],
      faults: [],
    });
  });

  it('has faults of its shape named by JSON Pointers, each with a sentence', () => {
    const text =
      '{"typeCode":"","goodsItemQuantity":1,"amendment":{},"invoiceAmount":{"value":"1e3"},"agent":null}';
    const decimal = 'must be a decimal number written as text, as in "12.50"';
    expect(readingOf(text)?.faults).toEqual([
      { pointer: '/functionalReferenceID', message: 'is required' },
      { pointer: '/typeCode', message: expect.stringContaining('must be text of one or more') as string },
      { pointer: '/goodsItemQuantity', message: decimal },
      { pointer: '/invoiceAmount/value', message: decimal },
      { pointer: '/agent', message: 'must be of type object' },
      { pointer: '/amendment', message: 'must be of type array' },
    ]);
  });

  it.each(['null', '"text"', '12', 'true'])('is not %s', (text) => {
    expect(readingOf(text)?.faults).toEqual([{ pointer: '', message: 'must be of type object' }]);
  });

  it('cannot reach the prototype of anything, nor say a thing twice', () => {
    const text = `{"__proto__":{"typeCode":"IMA","polluted":1},"constructor":{"prototype":{}},
      "functionalReferenceID":"first","functionalReferenceID":"last"}`;
    const reading = readingOf(text);
    expect(reading).toEqual({
      declaration: { functionalReferenceID: 'last' },
      unknownFields: ['/__proto__', '/constructor'],
      faults: [],
    });
    expect(reading?.declaration.typeCode).toBeUndefined();
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('an array of declarations', () => {
  it('gets a verdict for each, a bad one among good ones too', () => {
    const good = Array.from({ length: 99 }, (_, n) => `{"functionalReferenceID":"L-${n}"}`);
    const { batch, readings } = read(`[${[...good.slice(0, 40), '{}', ...good.slice(40)].join()}]`);
    expect([batch, readings.length]).toEqual([true, 100]);
    expect(readings.flatMap(({ faults }, index) => (faults.length > 0 ? [index] : []))).toEqual([40]);
  });

  it('is refused without any, and with more than 100', () => {
    expect(refusalOf('[]').detail).toBe('The array holds no declaration.');
    expect(refusalOf(`[${'{},'.repeat(100)}{}]`).detail).toBe('The array holds more than 100 declarations.');
  });
});

describe('a message that is no JSON', () => {
  it('is refused with the line and column where it breaks', () => {
    expect(refusalOf('{\n  "a": 1,\n  b: 2\n}')).toMatchObject({
      detail: 'The message is not well-formed JSON: "b" cannot stand here.',
      line: 3,
      column: 3,
    });
    expect(refusalOf('{"a":\n')).toMatchObject({
      detail: expect.stringContaining('ends too early') as string,
      line: 2,
      column: 1,
    });
  });

  it('is refused where it is nested too deep, or too large', () => {
    expect(refusalOf(`{"a":${'['.repeat(1_000_000)}`)).toMatchObject({ line: 1, column: 37 });
    expect(() => readJson(Buffer.alloc(10 * 1024 * 1024 + 1, ' '))).toThrow(MessageTooLarge);
  });
});
