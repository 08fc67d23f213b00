import { Draw } from './draw';

/** The two brokers that have a token of their own, with the party that each submits for. */
export const BROKERS = { broker: 'BROKER-1', broker2: 'BROKER-2' } as const;
export type BrokerName = keyof typeof BROKERS;

export type PaymentHow = 'deferment' | 'guarantee' | 'notice';

/** A trader who imports again and again, always through the same broker. */
export interface Client {
  readonly id: string;
  readonly broker: BrokerName;
  readonly pays: PaymentHow;
  /** The deferment account or guarantee runs out in the course of the day. */
  readonly isShort: boolean;
  /** How much more often than the least of them he imports. */
  readonly weight: number;
}

const DECLARATIONS_EACH = 40;
const CLIENTS_LEAST = 12;
const CLIENTS_MAX = 400;
const SHARES: readonly (readonly [PaymentHow, number])[] = [
  ['deferment', 40],
  ['guarantee', 25],
  ['notice', 35],
];
const SHORT_PERCENT = 12;

/** The traders of a day of so many declarations: few with much to import, many with little (Zipf). */
export function clientele(seed: number, sample: number): readonly Client[] {
  const count = Math.min(CLIENTS_MAX, Math.max(CLIENTS_LEAST, Math.ceil(sample / DECLARATIONS_EACH)));
  return Array.from({ length: count }, (_, index) => {
    const chance = new Draw(`${seed}/client/${index}`);
    const [pays] = chance.weighted(SHARES, ([, share]) => share);
    return {
      id: `IMPORTER-${String(index + 1).padStart(4, '0')}`,
      broker: chance.happens(60) ? 'broker' : 'broker2',
      pays,
      isShort: chance.happens(SHORT_PERCENT),
      weight: 1 / (index + 3),
    };
  });
}

/** Somebody who imports for the first time: without an account, so he pays what the notice says. */
export function firstTimer(index: number, chance: Draw): Client {
  const broker = chance.happens(50) ? 'broker' : 'broker2';
  const id = `NEWCOMER-${String(index).padStart(6, '0')}`;
  return { id, broker, pays: 'notice', isShort: false, weight: 1 };
}

export function defermentReference({ id }: Client): string {
  return `DEFERMENT-${id}`;
}
