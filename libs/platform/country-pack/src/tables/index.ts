import { codes, errorTexts, exchangeRates } from './codes';
import { commodities, usualPrices } from './commodities';
import { kinds, obligations, offices, paymentMethods } from './practice';
import { riskProfiles } from './risk-profiles';
import { tariff } from './tariff';

/** Every CSV of a pack. All of them are there, be it with a header alone. */
export const TABLES = {
  tariff,
  commodities,
  usualPrices,
  exchangeRates,
  offices,
  codes,
  kinds,
  obligations,
  paymentMethods,
  riskProfiles,
  errorTexts,
};
