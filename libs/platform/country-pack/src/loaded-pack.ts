import type { CountryPack, Day, Obligation, RateQuery, RiskProfile, Tax } from './model';
import { ByDay } from './by-day';
import { chargesOf } from './charges';
import { holds } from './dated-index';
import type { PackContent } from './pack-content';
import type { PackIndex } from './pack-index';
import { codeKey } from './tables/codes';
import { kindKey, OFFICES } from './tables/practice';
import { ofLongest } from './tariff-index';

/** A pack that was checked. Look-ups are by key; nothing here goes through the tariff row by row. */
export class LoadedPack implements CountryPack {
  private readonly lists: ReadonlySet<string>;
  private readonly taxesBy = new ByDay((on) => this.content.header.taxes.filter((tax) => holds(tax, on)));
  private readonly officesBy = new ByDay((on) => this.index.offices.all(on));
  private readonly riskProfilesBy = new ByDay((on) => this.index.riskProfiles.all(on));

  constructor(
    private readonly content: PackContent,
    private readonly index: PackIndex,
    readonly version: string,
  ) {
    this.lists = new Set(content.lines.codes.map(({ row }) => row.list));
  }

  get country() {
    return this.content.header.country;
  }

  get timeZone() {
    return this.content.header.timeZone;
  }

  get currency() {
    return this.content.header.currency;
  }

  get languages() {
    return this.content.header.languages;
  }

  get law() {
    return this.content.header.law;
  }

  get sample() {
    return this.content.sample;
  }

  kindOf(typeCode: string, on: Day, [procedure = '', ...additional]: readonly string[] = []) {
    for (const special of [...additional, procedure.slice(0, 2), '']) {
      const kind = this.index.kinds.at(kindKey(typeCode, special), on);
      if (kind) return kind;
    }
    return undefined;
  }

  hasCode(list: string, code: string, on: Day) {
    if (list === OFFICES) return this.office(code, on) !== undefined;
    return this.index.codes.at(codeKey(list, code), on) !== undefined;
  }

  hasList(list: string) {
    return list === OFFICES || this.lists.has(list);
  }

  office(code: string, on: Day) {
    return this.index.offices.at(code, on);
  }

  offices(on: Day) {
    return this.officesBy.on(on);
  }

  obligations(dataSet: string, procedure: string, on: Day): Obligation[] {
    return this.content.lines.obligations
      .map(({ row }) => row)
      .filter((row) => row.dataSet === '*' || row.dataSet === dataSet)
      .filter((row) => procedure.startsWith(row.procedure) && holds(row, on));
  }

  paymentMethod(code: string, on: Day) {
    return this.index.paymentMethods.at(code, on);
  }

  hasCommodity(code: string, on: Day) {
    return ofLongest(code, (known) => this.index.commodities.at(known, on)) !== undefined;
  }

  taxes(on: Day): readonly Tax[] {
    return this.taxesBy.on(on);
  }

  rate(query: RateQuery) {
    return this.index.tariff.rate(query);
  }

  charges(goods: Omit<RateQuery, 'tax'>) {
    return chargesOf(
      this.taxes(goods.on),
      (tax) => this.rate({ ...goods, tax }),
      goods.additionalCodes ?? [],
    );
  }

  exchangeRate(currency: string, on: Day) {
    return this.index.exchangeRates.at(currency, on);
  }

  riskProfiles(on: Day): readonly RiskProfile[] {
    return this.riskProfilesBy.on(on);
  }

  usualPricePerKilogram(commodityCode: string, on: Day) {
    return ofLongest(commodityCode, (known) => this.index.usualPrices.at(known, on))?.perKilogram;
  }

  /** The state itself where the pack has no name for it in that language. */
  stateName(state: string, language: string) {
    return this.content.header.states.get(state)?.get(language) ?? state;
  }

  stateNames(state: string) {
    const languages = new Set([...this.languages.slice(0, 1), 'en']);
    return Object.fromEntries([...languages].map((language) => [language, this.stateName(state, language)]));
  }

  errorText(code: string, language: string) {
    return this.index.errorTexts.latest(`${code}|${language}`)?.text;
  }
}
