import type { Declaration } from '@tonggwan/contracts';
import type { CountryPack, Day, SampleCommodity } from '@tonggwan/country-pack';
import { hash32 } from '@tonggwan/kernel';
import { goodsItem, ordinaryCommodities } from './goods';

/** The contents that good declarations have, so that a row that has released some hundreds has released each of them. */
export const TEMPLATES = 200;

const IMPORTERS = 1_000;
const ITEMS = 5;
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

/**
 * The declarations of a run: five goods items each, one in a hundred bad, on deferment accounts that cover. Their goods
 * come again after {@link TEMPLATES}, under another reference and for another importer. Apart from their references there
 * are a thousand, so that making them costs the loader next to nothing.
 */
export class Corpus {
  private readonly bodies: readonly { readonly text: string; readonly isBad: boolean }[];

  constructor(
    private readonly seed: number,
    private readonly pack: CountryPack,
    private readonly day: Day,
  ) {
    const commodities = ordinaryCommodities(pack, day);
    this.bodies = Array.from({ length: IMPORTERS }, (_, importer) => this.body(importer, commodities));
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
    const { text, isBad } = this.bodies[this.importer(index)]!;
    return { text: `{"functionalReferenceID":"${this.reference(index)}",${text}`, isBad };
  }

  /** One for each importer. @param party the one that lodges, who alone may draw on them */
  accounts(party: string): readonly DefermentAccount[] {
    return Array.from({ length: IMPORTERS }, (_, importer) => {
      return { kind: 'deferment', reference: accountOf(importer), party, limit: ACCOUNT_LIMIT };
    });
  }

  /** One of those that have the goods of its template. */
  private importer(index: number): number {
    const turn = hash32(`${this.seed}/${index}`) % (IMPORTERS / TEMPLATES);
    return turn * TEMPLATES + (index % TEMPLATES);
  }

  private reference(index: number): string {
    return `BENCH-${this.seed}-${index}`;
  }

  private body(importer: number, commodities: readonly SampleCommodity[]): Lodgement {
    const { pack, day } = this;
    const key = `${this.seed}/template/${importer % TEMPLATES}`;
    const isBad = importer % BAD_EVERY === 0;
    const items = Array.from({ length: ITEMS }, (_, index) => {
      const commodity = commodities[hash32(`${key}/${index}`) % commodities.length]!;
      return goodsItem(`${key}/${index}`, index + 1, commodity, isBad && index === 0, pack, day);
    });
    const offices = pack.offices(day);
    const declaration: Omit<Declaration, 'functionalReferenceID'> = {
      functionCode: '9',
      typeCode: pack.sample.typeCode,
      goodsItemQuantity: String(ITEMS),
      declarationOfficeID: offices[hash32(`${key}/office`) % offices.length]!.code,
      declarant: { id: 'DECLARANT-1' },
      additionalDocument: [{ categoryCode: '1', typeCode: 'DAN', id: accountOf(importer) }],
      goodsShipment: {
        importer: { id: `IMPORTER-${importer}` },
        governmentAgencyGoodsItem: items,
      },
    };
    return { text: JSON.stringify(declaration).slice(1), isBad };
  }
}

function accountOf(importer: number): string {
  return `DEFERMENT-${importer}`;
}
