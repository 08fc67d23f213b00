import type { Classification, GovernmentAgencyGoodsItem } from '@tonggwan/contracts';
import type { CountryPack, Day, SampleCommodity } from '@tonggwan/country-pack';
import { hash32 } from '@tonggwan/kernel';

/** Digits of a code that the nomenclature has; what the United Kingdom's tariff adds stands apart. */
const NOMENCLATURE_DIGITS = 8;
/** Dearer goods would make one account's limit the story. */
const PRICE_PER_KILOGRAM_MAX = 100_000;
const KILOGRAMS = { least: 20, span: 400 };

/** Commodities that no risk profile names, so that chance alone picks what is inspected. */
export function ordinaryCommodities(pack: CountryPack, day: Day): readonly SampleCommodity[] {
  const prefixes = pack.riskProfiles(day).flatMap(({ commodityPrefix }) => commodityPrefix ?? []);
  return pack.sample.commodities.filter(
    ({ code, pricePerKilogram }) =>
      Number(pricePerKilogram) <= PRICE_PER_KILOGRAM_MAX &&
      !prefixes.some((prefix) => code.startsWith(prefix)),
  );
}

/** One goods item at about its usual price; without mass it breaks a rule of every administration. */
export function goodsItem(
  key: string,
  sequence: number,
  commodity: SampleCommodity,
  isBad: boolean,
  pack: CountryPack,
  day: Day,
): GovernmentAgencyGoodsItem {
  const mass = KILOGRAMS.least + (hash32(`${key}/mass`) % KILOGRAMS.span);
  const percent = 90 + (hash32(`${key}/price`) % 21);
  const price = Math.ceil((mass * Number(commodity.pricePerKilogram) * percent) / 100);
  const { procedure, paymentMethods } = pack.sample;
  const duty = pack.taxes(day).find(({ kind }) => kind === 'duty');
  return {
    sequenceNumeric: String(sequence),
    commodity: {
      description: commodity.description,
      classification: classificationOf(commodity.code),
      dutyTaxFee: [
        {
          typeCode: duty?.code,
          dutyRegimeCode: commodity.rateClass,
          payment: { methodCode: paymentMethods.deferment },
        },
      ],
      goodsMeasure: { netNetWeightMeasure: { value: isBad ? '0' : String(mass), unitCode: 'KGM' } },
      invoiceLine: { itemChargeAmount: { value: String(price), currencyID: pack.currency.code } },
    },
    governmentProcedure: [{ currentCode: procedure.current, previousCode: procedure.previous }],
    origin: [{ countryCode: commodity.origins[hash32(`${key}/origin`) % commodity.origins.length] }],
  };
}

function classificationOf(code: string): Classification[] {
  if (code.length <= NOMENCLATURE_DIGITS) return [{ id: code }];
  return [
    { id: code.slice(0, NOMENCLATURE_DIGITS), identificationTypeCode: 'TSP' },
    { id: code.slice(NOMENCLATURE_DIGITS), identificationTypeCode: 'TRC' },
  ];
}
