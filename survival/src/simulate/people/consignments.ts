import { type Client, declarationOf, Draw, drawGoods } from '@tonggwan/clearance';
import type { Declaration } from '@tonggwan/contracts';
import type { CountryPack, Day } from '@tonggwan/country-pack';

/** What happens around one declaration of a run. Instants in milliseconds since its beginning. */
export interface Consignment {
  readonly lrn: string;
  readonly party: string;
  readonly declaration: Declaration;
  readonly transportDocument: string;
  readonly lodgesAt: number;
  /** The same message is sent once more then, by a second line to the same broker. */
  readonly lodgesAgainAt?: number;
  readonly arrivesAt: number;
  readonly cancelsAt?: number;
  /** A new version comes in then. */
  readonly amendsAt?: number;
  /** So many milliseconds after a notice the bank pays it; never where this is not said. */
  readonly paysAfter?: number;
}

const PARTIES = { broker: 'BROKER-1', broker2: 'BROKER-2' } as const;
const LODGING_MS = 4_000;

/** Three traders share two accounts and one pays by notice, so that their declarations meet. */
const CLIENTS: readonly Client[] = [
  { id: 'IMPORTER-1', broker: 'broker', pays: 'deferment', isShort: false, weight: 1 },
  { id: 'IMPORTER-2', broker: 'broker', pays: 'guarantee', isShort: true, weight: 1 },
  { id: 'IMPORTER-3', broker: 'broker2', pays: 'notice', isShort: false, weight: 1 },
];

export function consignment(key: string, index: number, pack: CountryPack, day: Day): Consignment {
  const chance = new Draw(`${key}/consignment/${index}`);
  const client = chance.oneOf(CLIENTS);
  const goods = drawGoods(pack, day, chance);
  const lrn = `LRN-${index}`;
  const transportDocument = `BL-${index}`;
  const isPreLodged = chance.happens(50);
  const lodgesAt = chance.below(LODGING_MS);
  const planned = { index, lrn, client, goods, transportDocument, isPreLodged, lodgesAt, arrivesAt: 0 };
  const maybe = <Name extends string>(name: Name, percent: number, ms: number): { [key in Name]?: number } =>
    chance.happens(percent) ? ({ [name]: ms } as { [key in Name]?: number }) : {};
  return {
    lrn,
    party: PARTIES[client.broker],
    declaration: declarationOf(planned, pack, day),
    transportDocument,
    lodgesAt,
    arrivesAt: isPreLodged ? lodgesAt + chance.below(3_000) : 0,
    ...maybe('lodgesAgainAt', 40, lodgesAt + chance.below(300)),
    ...maybe('cancelsAt', 25, lodgesAt + chance.below(3_000)),
    ...maybe('amendsAt', 30, lodgesAt + 20 + chance.below(900)),
    ...maybe('paysAfter', 80, chance.below(1_500)),
  };
}

/** The accounts that stand for them; one of them soon runs out. */
export const ACCOUNTS = [
  { kind: 'deferment', reference: 'DEFERMENT-IMPORTER-1', party: PARTIES.broker, limit: '1000000000000' },
  { kind: 'guarantee', debtor: 'IMPORTER-2', party: PARTIES.broker, limit: '3000000' },
] as const;
