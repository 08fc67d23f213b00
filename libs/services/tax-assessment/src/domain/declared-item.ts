import type {
  AdditionalInformation,
  Classification,
  Commodity,
  GovernmentAgencyGoodsItem,
  GovernmentProcedure,
  Origin,
} from '@tonggwan/contracts';
import type { DeclaredItem, DeclaredPrice } from './assessable-declaration';
import { declaredCharges } from './declared-charges';

/** Types of classification in the United Kingdom: eight digits of the tariff, then the two of TARIC. */
const TARIFF_CODE = 'TSP';
const TARIC_CODE = 'TRC';
const HARMONIZED_SYSTEM = 'HS';
const MAIN_CODES: readonly (string | undefined)[] = [TARIFF_CODE, TARIC_CODE, HARMONIZED_SYSTEM, undefined];

/** The type of an origin that a preference rests on; `1` is the country of origin. */
const PREFERENTIAL = '2';

/** @param statements additional information that holds for the whole declaration */
export function declaredItem(
  item: GovernmentAgencyGoodsItem,
  index: number,
  statements: readonly AdditionalInformation[],
): DeclaredItem {
  const classifications = item.commodity?.classification ?? [];
  return {
    sequence: sequenceOf(item, index),
    commodityCode: commodityCode(classifications),
    ...declaredOrigins(item.origin ?? []),
    rateClass: rateClass(item.commodity),
    additionalCodes: [
      ...nationalCodes(classifications),
      ...statementCodes([...(item.additionalInformation ?? []), ...statements]),
      ...additionalProcedures(item.governmentProcedure ?? []),
    ],
    price: declaredPrice(item),
    charges: declaredCharges(item.customsValuation),
  };
}

/** As declared, or where that is no number of an item its place in the list. */
function sequenceOf({ sequenceNumeric }: GovernmentAgencyGoodsItem, index: number): number {
  const declared = Number(sequenceNumeric);
  return Number.isSafeInteger(declared) && declared > 0 ? declared : index + 1;
}

/** Ten digits of the United Kingdom, from its two parts; elsewhere the code as it stands. */
function commodityCode(classifications: readonly Classification[]): string | undefined {
  const idOf = (type: string | undefined) =>
    classifications.find(({ identificationTypeCode }) => identificationTypeCode === type)?.id;
  const tariff = idOf(TARIFF_CODE);
  return tariff ? tariff + (idOf(TARIC_CODE) ?? '') : (idOf(HARMONIZED_SYSTEM) ?? idOf(undefined));
}

/** Additional codes of the commodity, such as `VATZ` of type GN and those of type TRA. */
function nationalCodes(classifications: readonly Classification[]): string[] {
  return classifications.flatMap(({ id, identificationTypeCode }) =>
    id && !MAIN_CODES.includes(identificationTypeCode) ? [id] : [],
  );
}

function statementCodes(statements: readonly AdditionalInformation[]): string[] {
  return statements.flatMap(({ statementCode }) => statementCode ?? []);
}

export function additionalProcedures(procedures: readonly GovernmentProcedure[]): string[] {
  return procedures.flatMap(({ currentCode, previousCode }) =>
    currentCode && !previousCode ? [currentCode] : [],
  );
}

function declaredOrigins(origins: readonly Origin[]): Pick<DeclaredItem, 'origin' | 'preferentialOrigin'> {
  const preferential = origins.find(({ typeCode }) => typeCode === PREFERENTIAL)?.countryCode;
  const origin = origins.find(({ typeCode }) => typeCode !== PREFERENTIAL)?.countryCode;
  return { origin: origin ?? preferential, preferentialOrigin: preferential };
}

/** Korea's rate class, the United Kingdom's preference: the first that the item claims. */
function rateClass(commodity: Commodity | undefined): string | undefined {
  return commodity?.dutyTaxFee?.find(({ dutyRegimeCode }) => dutyRegimeCode)?.dutyRegimeCode;
}

/** The declared customs value; else the price of the invoice line; else, where no price is declared, the statistical value. */
function declaredPrice(item: GovernmentAgencyGoodsItem): DeclaredPrice | undefined {
  const { customsValueAmount, statisticalValueAmount, commodity } = item;
  const invoiced = commodity?.invoiceLine?.itemChargeAmount;
  const amount = customsValueAmount ?? invoiced ?? statisticalValueAmount;
  if (!amount) return undefined;
  const basis = customsValueAmount ? 'customs-value' : invoiced ? 'invoice' : 'statistical';
  return { value: amount.value, currency: amount.currencyID, basis };
}
