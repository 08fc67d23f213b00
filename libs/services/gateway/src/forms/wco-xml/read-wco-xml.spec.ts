import { MalformedMessage, MessageTooLarge } from '../malformed-message';
import { readWcoXml } from './read-wco-xml';

const message = (declaration: string, within = '') =>
  `<md:MetaData xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2"
     xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
     xsi:schemaLocation="urn:wco:datamodel:WCO:DEC-DMS:2 ../WCO_DEC_2_DMS.xsd">${within}
     <Declaration><FunctionalReferenceID>LRN-1</FunctionalReferenceID>${declaration}</Declaration>
   </md:MetaData>`;

const read = (text: string | Uint8Array) => readWcoXml(Buffer.from(text as string));
const unknownIn = (declaration: string, within?: string) => read(message(declaration, within)).unknownFields;
const faultsIn = (declaration: string) => read(message(declaration)).faults;

function refusalOf(text: string | Uint8Array): MalformedMessage {
  try {
    read(text);
  } catch (error) {
    if (error instanceof MalformedMessage) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('a WCO message', () => {
  it('is read into the canonical form with its header', () => {
    const within = '<md:WCOTypeName>DEC</md:WCOTypeName>';
    const { header, declaration, unknownFields, faults } = read(
      message(
        `<IssueDateTime><ds:DateTimeString formatCode="102">20260302</ds:DateTimeString></IssueDateTime>
         <InvoiceAmount currencyID="USD"> 12.50 </InvoiceAmount><!-- no data -->
         <GoodsShipment><GovernmentAgencyGoodsItem><AdditionalDocument><LPCOExemptionCode>XB</LPCOExemptionCode>
         </AdditionalDocument><AdditionalDocument><ID><![CDATA[A<B]]></ID></AdditionalDocument>
         </GovernmentAgencyGoodsItem><UCR><ID>6GB</ID></UCR></GoodsShipment>`,
        within,
      ),
    );
    expect({ header, unknownFields, faults }).toEqual({
      header: { wcoTypeName: 'DEC' },
      unknownFields: [],
      faults: [],
    });
    expect(declaration).toEqual({
      functionalReferenceID: 'LRN-1',
      issueDateTime: { dateTimeString: '20260302', formatCode: '102' },
      invoiceAmount: { value: '12.50', currencyID: 'USD' },
      goodsShipment: {
        governmentAgencyGoodsItem: [{ additionalDocument: [{ lpcoExemptionCode: 'XB' }, { id: 'A<B' }] }],
        ucr: { id: '6GB' },
      },
    });
  });

  it('may begin with a byte order mark', () => {
    expect(read(`\ufeff${message('')}`).declaration.functionalReferenceID).toBe('LRN-1');
  });
});

describe('what the canonical form does not know', () => {
  it.each([
    ['an element', '<Remark><Line>x</Line></Remark>', ['/md:MetaData/Declaration/Remark']],
    ['an element of another namespace', '<x:ID xmlns:x="urn:x">1</x:ID>', ['/md:MetaData/Declaration/x:ID']],
    ['an attribute', '<ID schemeID="A">1</ID>', ['/md:MetaData/Declaration/ID/@schemeID']],
    ['a second occurrence', '<ID>1</ID><ID>2</ID>', ['/md:MetaData/Declaration/ID[2]']],
    ['text between elements', '<Agent>x<ID>1</ID></Agent>', ['/md:MetaData/Declaration/Agent/text()']],
    ['an element inside text', '<ID>1<B/></ID>', ['/md:MetaData/Declaration/ID/B']],
    [
      'a date of another namespace',
      '<IssueDateTime><DateTimeString>2026</DateTimeString></IssueDateTime>',
      ['/md:MetaData/Declaration/IssueDateTime/DateTimeString'],
    ],
    [
      'one field of one item of several',
      `<GoodsShipment><GovernmentAgencyGoodsItem/><GovernmentAgencyGoodsItem><X/><X/></GovernmentAgencyGoodsItem>
       </GoodsShipment>`,
      [1, 2].map((n) => `/md:MetaData/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]/X[${n}]`),
    ],
    [
      'a name that every object has',
      '<Constructor/><__proto__/>',
      ['Constructor', '__proto__'].map((name) => `/md:MetaData/Declaration/${name}`),
    ],
  ])('is reported by its path: %s', (_what, declaration, paths) => {
    expect(unknownIn(declaration)).toEqual(paths);
  });

  it('is reported from the header and from around the declaration too', () => {
    expect(unknownIn('', '<md:Extra/>')).toEqual(['/md:MetaData/md:Extra']);
    const enveloped = read(
      `<e:envelope xmlns:e="urn:e" e:sent="now"><e:from>x</e:from>${message('')}</e:envelope>`,
    );
    expect(enveloped.unknownFields).toEqual(['/e:envelope/@e:sent', '/e:envelope/e:from']);
    expect(enveloped.declaration.functionalReferenceID).toBe('LRN-1');
  });
});

describe('a field of the wrong shape', () => {
  const item = (inner: string) =>
    `<GoodsShipment><GovernmentAgencyGoodsItem/><GovernmentAgencyGoodsItem>${inner}
     </GovernmentAgencyGoodsItem></GoodsShipment>`;
  const itemPath = '/MetaData/Declaration/GoodsShipment/GovernmentAgencyGoodsItem[2]';

  it.each([
    ['<GoodsItemQuantity/>', '/MetaData/Declaration/GoodsItemQuantity', 'a decimal number'],
    [
      '<InvoiceAmount currencyID="">1</InvoiceAmount>',
      '/MetaData/Declaration/InvoiceAmount/@currencyID',
      'text of one',
    ],
    [item('<SequenceNumeric>two</SequenceNumeric>'), `${itemPath}/SequenceNumeric`, 'a decimal number'],
    [
      item('<StatisticalValueAmount>1,5</StatisticalValueAmount>'),
      `${itemPath}/StatisticalValueAmount`,
      'a decimal number',
    ],
    ['<IssueDateTime/>', '/MetaData/Declaration/IssueDateTime/DateTimeString', 'is required'],
  ])('is named by the path of its element: %s', (declaration, pointer, sentence) => {
    expect(faultsIn(declaration)).toEqual([
      { pointer, message: expect.stringContaining(sentence) as string },
    ]);
  });

  it('is a missing local reference number', () => {
    const without = message('').replace(/<FunctionalReferenceID>.*<.FunctionalReferenceID>/, '');
    expect(read(without).faults).toEqual([
      { pointer: '/MetaData/Declaration/FunctionalReferenceID', message: 'is required' },
    ]);
  });
});

describe('a message that is none', () => {
  const deep = (levels: number) => `${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}`;
  const manyAttributes = Array.from({ length: 65 }, (_, n) => `a${n}=""`).join(' ');

  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'not well-formed'],
    ['cut off', message('').slice(0, -10), 'not well-formed'],
    ['with a document type', `<!DOCTYPE a [<!ENTITY b "c">]>${message('')}`, 'document type'],
    ['with an entity of its own', message('<ID>&b;</ID>'), 'not well-formed'],
    ['in UTF-16', Buffer.from(`\ufeff${message('')}`, 'utf16le'), 'UTF-16'],
    ['in UTF-16 without a mark', Buffer.from(message(''), 'utf16le'), 'UTF-16'],
    [
      'that says it is in another encoding',
      `<?xml version="1.0" encoding="ISO-8859-1"?>${message('')}`,
      'ISO-8859-1',
    ],
    ['of XML 1.1', `<?xml version="1.1"?>${message('')}`, 'only 1.0'],
    ['nested too deep', message(deep(32)), 'more than 32 deep'],
    ['with too many elements', message('<ID/>'.repeat(100_000)), 'more than 100000 elements'],
    ['with too many attributes', message(`<ID ${manyAttributes}/>`), 'more than 64 attributes'],
    ['that is XML of something else', '<html/>', 'no WCO declaration'],
    [
      'that answers instead of declaring',
      message('').replaceAll('Declaration>', 'Response>'),
      'no WCO declaration',
    ],
    ['with a second declaration', message('</Declaration><Declaration>'), 'here is another'],
  ])('is refused with a sentence: %s', (_what, text, sentence) => {
    expect(refusalOf(text).detail).toContain(sentence);
  });

  it('is refused with the line and column where it breaks', () => {
    expect(refusalOf('<a>\n  <b></c>\n</a>')).toMatchObject({ line: 2, column: 9 });
    expect(refusalOf('<a>\n<!DOCTYPE b>')).toMatchObject({ line: 2, column: 1 });
    expect(refusalOf(Buffer.from([0x3c, 0x61, 0x0a, 0x62, 0xff, 0x3e]))).toMatchObject({
      line: 2,
      column: 2,
    });
  });

  it('is refused unread where it has more than 10 MiB', () => {
    expect(refusalOf(Buffer.alloc(10 * 1024 * 1024 + 1, ' '))).toBeInstanceOf(MessageTooLarge);
  });
});
