import { ERROR_CODES } from './error-codes';
import { type Path, pathOf, pointerTo, textOf, visit } from './places';
import { type BrokenRule, type Examined, ITEMS, type Rule } from './rule';

const ITEM = `${ITEMS}/[]`;

/** Countries by ISO 3166 and what the pack adds to it. */
export const countriesKnown = codesKnown('country', 'a country', [
  '/exporter/address/countryCode',
  '/declarant/address/countryCode',
  '/borderTransportMeans/registrationNationalityCode',
  '/consignment/itinerary/[]/routingCountryCode',
  '/goodsShipment/destination/countryCode',
  '/goodsShipment/exportCountry/id',
  '/goodsShipment/importer/address/countryCode',
  `${ITEM}/destination/countryCode`,
  `${ITEM}/exportCountry/id`,
  `${ITEM}/origin/[]/countryCode`,
]);

/** Kinds of packages by UN/ECE recommendation 21. */
export const packageTypesKnown = codesKnown('package-type', 'a kind of package', [
  `${ITEM}/packaging/[]/typeCode`,
]);

/** The customs office that the declaration is lodged at is one of the administration's. */
export const officeKnown = codesKnown('office', 'a customs office', ['/declarationOfficeID']);

/**
 * Every currency is one of the list; where a pack has no list, one that it has a rate for. A known currency
 * without a rate on the day is no fault of the declaration: the assessment waits for an officer.
 */
export const currenciesKnown: Rule = (examined) => {
  const { pack, on } = examined;
  const known = (code: string) =>
    pack.hasList('currency')
      ? pack.hasCode('currency', code, on)
      : code === pack.currency.code || pack.exchangeRate(code, on) !== undefined;
  return unknownCodes(examined, CURRENCIES, known, 'a currency');
};

const CURRENCIES = [
  '/invoiceAmount/currencyID',
  '/currencyExchange/[]/currencyTypeCode',
  '/goodsShipment/customsValuation/freightChargeAmount/currencyID',
  '/goodsShipment/customsValuation/chargeDeduction/[]/otherChargeDeductionAmount/currencyID',
  `${ITEM}/customsValueAmount/currencyID`,
  `${ITEM}/statisticalValueAmount/currencyID`,
  `${ITEM}/commodity/invoiceLine/itemChargeAmount/currencyID`,
  `${ITEM}/customsValuation/freightChargeAmount/currencyID`,
  `${ITEM}/customsValuation/chargeDeduction/[]/otherChargeDeductionAmount/currencyID`,
].map(pathOf);

function codesKnown(list: string, what: string, fields: readonly string[]): Rule {
  const paths = fields.map(pathOf);
  return (examined) => {
    const { pack, on } = examined;
    if (!pack.hasList(list)) return [];
    return unknownCodes(examined, paths, (code) => pack.hasCode(list, code, on), what);
  };
}

function unknownCodes(
  { declaration }: Examined,
  paths: readonly Path[],
  known: (code: string) => boolean,
  what: string,
): BrokenRule[] {
  const broken: BrokenRule[] = [];
  for (const path of paths) {
    visit(declaration, path, (value, elements) => {
      const code = textOf(value);
      if (code === undefined || known(code)) return;
      const pointer = pointerTo(path, elements);
      broken.push({ code: ERROR_CODES.invalidValue, pointer, message: `${code} is not ${what}` });
    });
  }
  return broken;
}
