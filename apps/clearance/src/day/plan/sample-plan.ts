import type { CountryPack, Day } from '@tonggwan/country-pack';
import { type Client, clientele, firstTimer } from './clientele';
import { Draw } from './draw';
import { drawGoods, type Goods } from './goods';
import { HOUR, MINUTE, type WorkingDay, workingDay } from './working-day';

/** One declaration of the sample day and what the people around it will do. Instants in milliseconds since 1970. */
export interface PlannedDeclaration {
  readonly index: number;
  readonly lrn: string;
  readonly client: Client;
  readonly goods: Goods;
  readonly transportDocument: string;
  readonly isPreLodged: boolean;
  readonly lodgesAt: number;
  /** After the day where the goods are late. */
  readonly arrivesAt: number;
  /** The owner withdraws it while he waits for the goods. */
  readonly cancelsAt?: number;
  /** From the payment notice; without it nobody pays on that day. */
  readonly paysAfter?: number;
  /** From the release; without it the goods stay on that day. */
  readonly removedAfter?: number;
}

/** Per cent, of all or of those that it can happen to. */
const SHARES = { firstTimer: 6, preLodged: 30, late: 10, cancelled: 5, unpaid: 8, staying: 20 };
/** When in the day brokers lodge: the weight of each of ten equal parts. */
const RUSH = [4, 7, 11, 13, 11, 7, 9, 13, 14, 11];

/** A simulated day, made up from its seed: the same seed, pack and day give the same declarations. */
export class SamplePlan {
  readonly hours: WorkingDay;
  readonly clients: readonly Client[];
  private readonly edges: readonly number[];

  constructor(
    readonly seed: number,
    readonly sample: number,
    readonly day: Day,
    readonly pack: CountryPack,
  ) {
    this.hours = workingDay(day, pack.timeZone);
    this.clients = clientele(seed, sample);
    let sum = 0;
    this.edges = RUSH.map((weight) => (sum += weight));
  }

  /** In the order of their lodging. @param index from 0 up to, but never, `sample` */
  declaration(index: number): PlannedDeclaration {
    const chance = new Draw(`${this.seed}/declaration/${index}`);
    const client = chance.happens(SHARES.firstTimer)
      ? firstTimer(index, chance)
      : chance.weighted(this.clients, ({ weight }) => weight);
    const goods = drawGoods(this.pack, this.day, chance);
    const lodgesAt = this.lodgesAt(index);
    const isPreLodged = chance.happens(SHARES.preLodged);
    const name = `${this.seed}-${String(index + 1).padStart(6, '0')}`;
    return {
      index,
      lrn: `DAY-${name}`,
      transportDocument: `BL-${name}`,
      client,
      goods,
      isPreLodged,
      lodgesAt,
      ...this.goodsCome(isPreLodged, lodgesAt, chance),
      ...(chance.happens(SHARES.unpaid) ? {} : { paysAfter: chance.logNormal(100 * MINUTE, 0.8) }),
      ...(chance.happens(SHARES.staying) ? {} : { removedAfter: chance.logNormal(70 * MINUTE, 0.9) }),
    };
  }

  /** More in the middle of the morning and late in the afternoon; at noon people eat. */
  lodgesAt(index: number): number {
    const { begins, lodgingTo } = this.hours;
    const total = this.edges.at(-1)!;
    const reached = ((index + 0.5) / this.sample) * total;
    const part = this.edges.findIndex((edge) => reached < edge);
    const within = (reached - (this.edges[part - 1] ?? 0)) / RUSH[part]!;
    return Math.round(begins + ((part + within) / RUSH.length) * (lodgingTo - begins));
  }

  private goodsCome(
    isPreLodged: boolean,
    lodgesAt: number,
    chance: Draw,
  ): Pick<PlannedDeclaration, 'arrivesAt' | 'cancelsAt'> {
    if (!isPreLodged) return { arrivesAt: this.arrivesBefore(lodgesAt, chance) };
    if (chance.happens(SHARES.cancelled)) {
      return { arrivesAt: Infinity, cancelsAt: Math.round(lodgesAt + chance.logNormal(HOUR, 0.5)) };
    }
    if (chance.happens(SHARES.late)) return { arrivesAt: this.hours.ends + chance.logNormal(6 * HOUR, 0.5) };
    return { arrivesAt: Math.round(lodgesAt + chance.logNormal(1.5 * HOUR, 0.8)) };
  }

  /** Goods of the night come with the first hours: the day begins with nothing to make up for. */
  private arrivesBefore(lodgesAt: number, chance: Draw): number {
    const arrivesAt = lodgesAt - chance.logNormal(2.5 * HOUR, 0.9);
    const { begins } = this.hours;
    const inTheMorning = begins + chance.fraction() * (lodgesAt - begins);
    return Math.round(arrivesAt < begins ? inTheMorning : arrivesAt);
  }
}
