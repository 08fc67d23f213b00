import type { DeclarationAccepted } from '@tonggwan/contracts';

interface Accepted {
  readonly number?: number;
  readonly version?: number;
  readonly importer?: string;
  readonly commodityCode?: string;
  readonly office?: string;
}

/** A declaration of watches, accepted in Korea. */
export function accepted(given: Accepted = {}): DeclarationAccepted {
  const {
    number = 1,
    version = 1,
    importer = `IMPORTER-${number}`,
    commodityCode = '910121',
    office = '40',
  } = given;
  const at = '2026-11-23T00:30:00Z';
  return {
    declarationId: `01980c5e-4a10-7c3e-9f21-${String(number).padStart(12, '0')}`,
    ...{ version, party: 'BROKER-1', lrn: `LRN-${number}`, mrn: `040-2026-${number}` },
    ...{ lodgedAt: at, taxPointAt: at, taxPointBasis: 'lodging', acceptedAt: at },
    ...{ office, dataSet: 'IMPORT', goodsPresent: true, conditions: ['control', 'payment'] },
    declaration: {
      functionalReferenceID: `LRN-${number}`,
      typeCode: 'B',
      declarant: { id: 'DECLARANT-1' },
      goodsShipment: {
        importer: { id: importer },
        governmentAgencyGoodsItem: [
          {
            sequenceNumeric: '1',
            customsValueAmount: { value: '100000000', currencyID: 'KRW' },
            commodity: {
              classification: [{ id: commodityCode, identificationTypeCode: 'HS' }],
              goodsMeasure: { netNetWeightMeasure: { value: '100', unitCode: 'KGM' } },
            },
            origin: [{ countryCode: 'CN' }],
          },
        ],
      },
    },
  };
}
