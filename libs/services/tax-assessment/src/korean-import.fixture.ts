import type { DeclarationAccepted } from '@tonggwan/contracts';

interface KoreanRow {
  readonly commodityCode?: string;
  readonly rateClass?: string;
  readonly value?: string;
  readonly version?: number;
  readonly taxPointAt?: string;
}

/** A one-item import as the published Korean rows are, accepted at once. */
export function koreanImport(row: KoreanRow = {}): DeclarationAccepted {
  const { commodityCode = '870899', rateClass = 'A', value = '1000000', version = 1 } = row;
  const taxPointAt = row.taxPointAt ?? '2026-11-23T00:30:00Z';
  return {
    ...{ declarationId: '01980c5e-4a10-7c3e-9f21-5d0e6b7a8c90', version, party: 'BROKER-1' },
    ...{ lrn: 'ROW-1', mrn: '040-2026-00000011', lodgedAt: taxPointAt, taxPointAt, taxPointBasis: 'lodging' },
    ...{ office: '40', dataSet: 'IMPORT', goodsPresent: true, acceptedAt: taxPointAt },
    conditions: ['control', 'payment', 'hold'],
    declaration: {
      functionalReferenceID: 'ROW-1',
      typeCode: 'B',
      declarant: { id: 'DECLARANT-1' },
      goodsShipment: {
        importer: { id: 'IMPORTER-1' },
        governmentAgencyGoodsItem: [
          {
            sequenceNumeric: '1',
            customsValueAmount: { value, currencyID: 'KRW' },
            commodity: {
              classification: [{ id: commodityCode, identificationTypeCode: 'HS' }],
              dutyTaxFee: [{ dutyRegimeCode: rateClass, payment: { methodCode: '11' } }],
              goodsMeasure: { netNetWeightMeasure: { value: '100', unitCode: 'KGM' } },
            },
            governmentProcedure: [{ currentCode: '11', previousCode: '00' }],
            origin: [{ countryCode: 'CN' }],
          },
        ],
      },
    },
  };
}
