import type { Declaration, GovernmentAgencyGoodsItem } from '@tonggwan/contracts';

interface Goods {
  readonly commodity: string;
  readonly rateClass: string;
  readonly origin: string;
  /** Kilograms. */
  readonly mass: string;
  readonly price: string;
  readonly currency: string;
}

/** Korea collects nothing of what these owe: 13 per cent duty and VAT on the value of three T-shirts' cloth. */
const T_SHIRTS: Goods = {
  commodity: '610910',
  rateClass: 'A',
  origin: 'CN',
  mass: '2',
  price: '33000',
  currency: 'KRW',
};

/** A profile sends three of ten to the inspection. */
export const LIVE_EELS: Partial<Goods> = { commodity: '030192', origin: 'MA', mass: '1', price: '24000' };

/** A profile lets three of ten go and looks at their papers afterwards. */
export const VEHICLE_PARTS: Partial<Goods> = { commodity: '870899', mass: '3', price: '28500' };

/** The nomenclature has them, the tariff has no rate for them. */
export const COCOA_BEANS: Partial<Goods> = { commodity: '180100', origin: 'GH', mass: '3', price: '18300' };

/** A Korean import of one item. */
export function consignment(lrn: string, goods: Partial<Goods> = {}): Declaration {
  return {
    functionalReferenceID: lrn,
    functionCode: '9',
    typeCode: 'B',
    goodsItemQuantity: '1',
    declarationOfficeID: '10',
    declarant: { id: 'BROKER-1' },
    goodsShipment: {
      importer: { id: 'IMPORTER-0001' },
      previousDocument: [{ id: transportDocument(lrn) }],
      governmentAgencyGoodsItem: [itemOf({ ...T_SHIRTS, ...goods })],
    },
  };
}

/** Under which the goods of that reference travel. */
export const transportDocument = (lrn: string): string => `BL-${lrn}`;

function itemOf({ commodity, rateClass, origin, mass, price, currency }: Goods): GovernmentAgencyGoodsItem {
  return {
    sequenceNumeric: '1',
    commodity: {
      description: 'Goods',
      classification: [{ id: commodity }],
      dutyTaxFee: [{ typeCode: 'CUD', dutyRegimeCode: rateClass, payment: { methodCode: 'NOTICE' } }],
      goodsMeasure: { netNetWeightMeasure: { value: mass, unitCode: 'KGM' } },
      invoiceLine: { itemChargeAmount: { value: price, currencyID: currency } },
    },
    governmentProcedure: [{ currentCode: '11', previousCode: '00' }],
    origin: [{ countryCode: origin }],
  };
}
