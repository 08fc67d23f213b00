import type { Declaration } from '@tonggwan/contracts';

interface Consignment {
  readonly lrn: string;
  readonly commodity: string;
  readonly description: string;
  readonly origin: string;
  /** The class of the rate that is claimed. */
  readonly rateClass: string;
  /** Kilograms. */
  readonly mass: string;
  /** Won. */
  readonly price: string;
  readonly pays: 'GUARANTEE' | 'NOTICE';
}

export const BROKER = 'BROKER-1';
/** Has a guarantee. */
export const IMPORTER = 'IMPORTER-0001';
export const OFFICE = '10';

const eels = { commodity: '030192', description: 'Live eels', origin: 'MA', rateClass: 'L' };
const vegetables = { commodity: '071080', description: 'Frozen vegetables', origin: 'CN', rateClass: 'A' };
const keyboards = { commodity: '847160', description: 'Keyboards', origin: 'TW', rateClass: 'C' };
const beans = { commodity: '180100', description: 'Cocoa beans', origin: 'GH', rateClass: 'A' };
const eelsWorth = { ...eels, mass: '310', price: '7440000' };
const vegetablesWorth = { ...vegetables, mass: '1800', price: '2700000' };
const keyboardsWorth = { ...keyboards, mass: '100', price: '2700000' };

/** So many alike, as a broker lodges them: profiles pick some of them. */
function many(name: string, count: number, goods: Omit<Consignment, 'lrn' | 'pays'>): Consignment[] {
  return Array.from({ length: count }, (_, index) => ({
    ...goods,
    lrn: `${name}-${String(index + 1).padStart(3, '0')}`,
    pays: 'GUARANTEE',
  }));
}

/** Goods that the risk profiles of the Korean pack look at. */
export const WATCHED = [...many('EELS', 12, eelsWorth), ...many('VEGETABLES', 10, vegetablesWorth)];
/** Goods that no profile looks at. */
export const ORDINARY = many('KEYBOARDS', 4, keyboardsWorth);
/** Nobody has given a guarantee for these. */
export const UNPAID: Consignment = { ...keyboardsWorth, lrn: 'UNPAID-001', pays: 'NOTICE' };
export const WITHOUT_MASS: Consignment = { ...keyboardsWorth, lrn: 'SLIP-001', mass: '0', pays: 'NOTICE' };
/** The tariff has no rate for them. */
export const WITHOUT_RATE: Consignment = {
  ...beans,
  lrn: 'BEANS-001',
  mass: '900',
  price: '5490000',
  pays: 'GUARANTEE',
};

/** Declared before they are there. */
export const LATE: Consignment = { ...keyboardsWorth, lrn: 'LATE-001', pays: 'GUARANTEE' };

export const transportDocumentOf = (lrn: string): string => `BL-${lrn}`;

/** As the broker's software writes it down. */
export function declarationOf(consignment: Consignment): Declaration {
  const { lrn, commodity, description, origin, rateClass, mass, price, pays } = consignment;
  return {
    functionalReferenceID: lrn,
    functionCode: '9',
    typeCode: 'B',
    goodsItemQuantity: '1',
    declarationOfficeID: OFFICE,
    declarant: { id: BROKER },
    ...(pays === 'GUARANTEE' ? { obligationGuarantee: [{ referenceID: IMPORTER }] } : {}),
    goodsShipment: {
      importer: { id: IMPORTER },
      previousDocument: [{ id: transportDocumentOf(lrn) }],
      governmentAgencyGoodsItem: [
        {
          sequenceNumeric: '1',
          commodity: {
            description,
            classification: [{ id: commodity }],
            dutyTaxFee: [{ typeCode: 'CUD', dutyRegimeCode: rateClass, payment: { methodCode: pays } }],
            goodsMeasure: { netNetWeightMeasure: { value: mass, unitCode: 'KGM' } },
            invoiceLine: { itemChargeAmount: { value: price, currencyID: 'KRW' } },
          },
          governmentProcedure: [{ currentCode: '11', previousCode: '00' }],
          origin: [{ countryCode: origin }],
        },
      ],
    },
  };
}
