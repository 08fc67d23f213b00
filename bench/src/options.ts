import { parseArgs } from 'node:util';

/** What the command was asked for. */
export interface Options {
  /** How often each row is run, all of them one after the other each time: a machine that slows down slows all alike. */
  readonly turns: number;
  /** The measured window of a turn; a quarter of it, three at least, is run before it to warm up. */
  readonly turnSeconds: number;
  readonly only?: readonly string[];
  /** Declarations a second, arriving whether the system keeps up or not; without it as many as it takes. */
  readonly rate?: number;
  /** Declarations in a request, in place of what the row has. */
  readonly together?: number;
  readonly seed: number;
  readonly country: string;
  readonly json: boolean;
  /** A folder for the CPU profile of each row's system. */
  readonly profile?: string;
  /** Of `bare-sql`: declarations in a transaction, and how many transactions at a time. */
  readonly bareBatch: number;
  readonly bareConnections: number;
  /** Finished declarations that are in the database first, in a second row beside each of the product on PostgreSQL. */
  readonly filled?: number;
}

const FLAGS = {
  /** Of each row, shared among its turns. */
  seconds: { type: 'string', default: '30' },
  /** Three, or one where a database is filled, which takes its time. */
  turns: { type: 'string' },
  only: { type: 'string' },
  rate: { type: 'string' },
  together: { type: 'string' },
  seed: { type: 'string', default: '1' },
  country: { type: 'string', default: 'kr' },
  json: { type: 'boolean', default: false },
  profile: { type: 'string' },
  filled: { type: 'string' },
  'bare-batch': { type: 'string', default: '200' },
  'bare-connections': { type: 'string', default: '4' },
} as const;

/** @throws Error naming the flag that is wrong */
export function optionsFrom(args: readonly string[]): Options {
  const { values } = parseArgs({ args: [...args], options: FLAGS });
  const filled = values.filled === undefined ? undefined : Math.ceil(positive('filled', values.filled));
  const turns = Math.ceil(positive('turns', values.turns ?? (filled ? '1' : '3')));
  return {
    turns,
    turnSeconds: positive('seconds', values.seconds) / turns,
    only: values.only?.split(',').filter((name) => name !== ''),
    rate: values.rate === undefined ? undefined : positive('rate', values.rate),
    together: values.together === undefined ? undefined : Math.ceil(positive('together', values.together)),
    seed: positive('seed', values.seed),
    country: values.country,
    json: values.json,
    profile: values.profile,
    filled,
    bareBatch: positive('bare-batch', values['bare-batch']),
    bareConnections: positive('bare-connections', values['bare-connections']),
  };
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0) || !Number.isFinite(number))
    throw new Error(`--${name} is a number above zero, not ${text}`);
  return number;
}
