import type { Classification, Declaration, GovernmentAgencyGoodsItem } from '@tonggwan/contracts';
import type { CountryPack, Day } from '@tonggwan/country-pack';
import { BROKERS, defermentReference } from './clientele';
import type { Goods } from './goods';
import type { PlannedDeclaration } from './sample-plan';

/** Digits of a code that the nomenclature has; what the United Kingdom's tariff adds stands apart. */
const NOMENCLATURE_DIGITS = 8;
const NOWHERE = { commodity: '000000', origin: 'ZZ' };

/** Writes down what was planned, as the broker's software would. The same plan gives the same text, always. */
export function declarationOf(planned: PlannedDeclaration, pack: CountryPack, day: Day): Declaration {
  const { client, goods, lrn, transportDocument, isPreLodged } = planned;
  const { sample } = pack;
  const declarant = BROKERS[client.broker];
  return {
    functionalReferenceID: lrn,
    functionCode: '9',
    typeCode: isPreLodged ? sample.preLodgedTypeCode : sample.typeCode,
    goodsItemQuantity: '1',
    declarationOfficeID: goods.office,
    declarant: { id: declarant },
    ...securityOf(planned),
    goodsShipment: {
      importer: { id: client.id },
      previousDocument: [{ id: transportDocument }],
      governmentAgencyGoodsItem: [itemOf(planned, pack, day)],
    },
  };
}

function itemOf(
  { client, goods }: PlannedDeclaration,
  pack: CountryPack,
  day: Day,
): GovernmentAgencyGoodsItem {
  const { sample } = pack;
  const { commodity, slip } = goods;
  const duty = pack.taxes(day).find(({ kind }) => kind === 'duty');
  return {
    sequenceNumeric: '1',
    commodity: {
      description: commodity.description,
      classification: classificationOf(goods),
      dutyTaxFee: [
        {
          typeCode: duty?.code,
          dutyRegimeCode: commodity.rateClass,
          payment: { methodCode: sample.paymentMethods[client.pays] },
        },
      ],
      goodsMeasure: {
        netNetWeightMeasure: { value: slip === 'no-mass' ? '0' : goods.mass, unitCode: 'KGM' },
      },
      invoiceLine: { itemChargeAmount: slip === 'no-price' ? { ...goods.price, value: '0' } : goods.price },
    },
    governmentProcedure: [{ currentCode: sample.procedure.current, previousCode: sample.procedure.previous }],
    origin: [{ countryCode: slip === 'unknown-origin' ? NOWHERE.origin : goods.origin }],
  };
}

function classificationOf({ commodity, slip }: Goods): Classification[] {
  const code = slip === 'unknown-commodity' ? NOWHERE.commodity : commodity.code;
  if (code.length <= NOMENCLATURE_DIGITS) return [{ id: code }];
  return [
    { id: code.slice(0, NOMENCLATURE_DIGITS), identificationTypeCode: 'TSP' },
    { id: code.slice(NOMENCLATURE_DIGITS), identificationTypeCode: 'TRC' },
  ];
}

/** The deferment account (document category 1, type DAN) or the guarantee that stands for the duty. */
function securityOf({ client }: PlannedDeclaration): Partial<Declaration> {
  switch (client.pays) {
    case 'deferment':
      return {
        additionalDocument: [{ categoryCode: '1', typeCode: 'DAN', id: defermentReference(client) }],
      };
    case 'guarantee':
      return { obligationGuarantee: [{ referenceID: client.id }] };
    case 'notice':
      return {};
  }
}
