import type { Declaration } from '@tonggwan/contracts';
import type { CountryPack, Day, SampleCommodity } from '@tonggwan/country-pack';
import { hash32 } from '@tonggwan/kernel';
import { goodsItem, ordinaryCommodities } from './goods';

/** The contents that good declarations have, so that a row that has released some hundreds has released each of them. */
export const TEMPLATES = 200;

const IMPORTERS = 1_000;
/** Fewer contents of so many items: 200 of the largest declarations would be more than is released in a run. */
const MANY_ITEMS = 50;
const TEMPLATES_OF_MANY_ITEMS = 10;
/** How many goods items a declaration has unless another number is asked for. */
export const ITEMS = 5;
/** What the administrations take; an item numbered 1000 is rejected. */
export const ITEMS_MAX = 999;
export const ACCOUNTS_MAX = IMPORTERS;
/** Of the importers. It shares no divisor with the templates, so that each template has good declarations. */
const BAD_EVERY = 101;
const ACCOUNT_LIMIT = '1000000000000000';

/** A declaration as the loader sends it. */
export interface Lodgement {
  readonly text: string;
  /** It breaks a rule and will be rejected. */
  readonly isBad: boolean;
}

/** The account of an importer, as `POST /accounts` takes it. */
export interface DefermentAccount {
  readonly kind: 'deferment';
  readonly reference: string;
  readonly party: string;
  readonly limit: string;
}

/** How large a corpus is in the two ways that can be asked for. */
export interface Extent {
  /** Goods items of each declaration. */
  readonly items: number;
  /** Deferment accounts that all importers share. */
  readonly accounts: number;
}

/** What all declarations of a template have alike. */
interface Sheet {
  readonly head: string;
  readonly items: string;
}

/**
 * The declarations of a run: five goods items each, one in a hundred bad, on deferment accounts that cover. Their goods
 * come again after {@link TEMPLATES}, under another reference and for another importer. Their texts are put together from
 * what was written beforehand, so that making them costs the loader next to nothing.
 */
export class Corpus {
  /** How many contents good declarations have. */
  readonly templates: number;
  private readonly commodities: readonly SampleCommodity[];
  private readonly sheets = new Map<string, Sheet>();

  constructor(
    private readonly seed: number,
    private readonly pack: CountryPack,
    private readonly day: Day,
    private readonly extent: Extent = { items: ITEMS, accounts: IMPORTERS },
  ) {
    this.templates = extent.items > MANY_ITEMS ? TEMPLATES_OF_MANY_ITEMS : TEMPLATES;
    this.commodities = ordinaryCommodities(pack, day);
  }

  get items(): number {
    return this.extent.items;
  }

  /** The same declarations drawn on so many accounts. */
  sharing(accounts: number): Corpus {
    return new Corpus(this.seed, this.pack, this.day, { ...this.extent, accounts });
  }

  /** One after the other without end. */
  *lodgements(): Generator<Lodgement, never> {
    for (let index = 0; ; index += 1) yield this.lodgement(index);
  }

  /** For those who know no rules: only the ones that keep them. */
  *goodLodgements(): Generator<Lodgement, never> {
    for (let index = 0; ; index += 1) {
      const lodgement = this.lodgement(index);
      if (!lodgement.isBad) yield lodgement;
    }
  }

  /** The names of the first so many, as the parties know them. */
  references(count: number): readonly string[] {
    return Array.from({ length: count }, (_, index) => this.reference(index));
  }

  lodgement(index: number): Lodgement {
    const importer = this.importer(index);
    const isBad = importer % BAD_EVERY === 0;
    const { head, items } = this.sheet(importer % this.templates, isBad);
    const document = { categoryCode: '1', typeCode: 'DAN', id: this.accountOf(importer) };
    const text = `{"functionalReferenceID":"${this.reference(index)}",${head},"additionalDocument":[${JSON.stringify(document)}],"goodsShipment":{"importer":{"id":"IMPORTER-${importer}"},"governmentAgencyGoodsItem":${items}}}`;
    return { text, isBad };
  }

  /** @param party the one that lodges, who alone may draw on them */
  accounts(party: string): readonly DefermentAccount[] {
    return Array.from({ length: this.extent.accounts }, (_, number) => {
      return { kind: 'deferment', reference: this.accountOf(number), party, limit: ACCOUNT_LIMIT };
    });
  }

  /** One of those that have the goods of its template. */
  private importer(index: number): number {
    const turn = hash32(`${this.seed}/${index}`) % (IMPORTERS / this.templates);
    return turn * this.templates + (index % this.templates);
  }

  private accountOf(importer: number): string {
    return `DEFERMENT-${importer % this.extent.accounts}`;
  }

  private reference(index: number): string {
    return `BENCH-${this.seed}-${index}`;
  }

  private sheet(template: number, isBad: boolean): Sheet {
    const key = `${template}/${isBad}`;
    const known = this.sheets.get(key);
    if (known) return known;
    const sheet = this.newSheet(`${this.seed}/template/${template}`, isBad);
    this.sheets.set(key, sheet);
    return sheet;
  }

  private newSheet(key: string, isBad: boolean): Sheet {
    const { pack, day, commodities } = this;
    const items = Array.from({ length: this.items }, (_, index) => {
      const commodity = commodities[hash32(`${key}/${index}`) % commodities.length]!;
      return goodsItem(`${key}/${index}`, index + 1, commodity, isBad && index === 0, pack, day);
    });
    const offices = pack.offices(day);
    const head: Partial<Declaration> = {
      functionCode: '9',
      typeCode: pack.sample.typeCode,
      goodsItemQuantity: String(this.items),
      declarationOfficeID: offices[hash32(`${key}/office`) % offices.length]!.code,
      declarant: { id: 'DECLARANT-1' },
    };
    return { head: JSON.stringify(head).slice(1, -1), items: JSON.stringify(items) };
  }
}
