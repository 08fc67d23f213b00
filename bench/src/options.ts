import { parseArgs } from 'node:util';
import { ACCOUNTS_MAX, ITEMS, ITEMS_MAX } from './corpus/corpus';

const PROCESSES_MAX = 4;

/** What the command was asked for. */
export interface Options {
  /** How often each row is run, all of them one after the other each time: a machine that slows down slows all alike. */
  readonly turns: number;
  /** The measured window of a turn; a quarter of it, fifteen at least, is run before it to warm up. */
  readonly turnSeconds: number;
  readonly only?: readonly string[];
  /** Declarations a second, arriving whether the system keeps up or not; without it as many as it takes. */
  readonly rate?: number;
  /** Each of the product's rows once more, at this share of the rate that it has just come to. */
  readonly rateShare?: number;
  /** Each of the product's rows once more, with so many status requests a second beside it. */
  readonly lookups?: number;
  /** Each of the product's rows once more, all declarations on so few deferment accounts. */
  readonly accounts?: number;
  /** Each of the product's rows once more, in so many processes that share its work. */
  readonly processes?: number;
  /** And once more, with one of them killed in the middle of the window. */
  readonly kill: boolean;
  /** Goods items of each declaration. */
  readonly items: number;
  /** Declarations in a request, in place of what the row has. */
  readonly together?: number;
  readonly seed: number;
  readonly country: string;
  readonly json: boolean;
  /** Measures nothing: works out of this result of `--json` what larger administrations need. */
  readonly model?: string;
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
  lookups: { type: 'string' },
  accounts: { type: 'string' },
  processes: { type: 'string' },
  kill: { type: 'boolean', default: false },
  items: { type: 'string', default: String(ITEMS) },
  together: { type: 'string' },
  seed: { type: 'string', default: '1' },
  country: { type: 'string', default: 'kr' },
  json: { type: 'boolean', default: false },
  model: { type: 'string' },
  profile: { type: 'string' },
  filled: { type: 'string' },
  'bare-batch': { type: 'string', default: '200' },
  'bare-connections': { type: 'string', default: '4' },
} as const;

/** @throws Error naming the flag that is wrong */
export function optionsFrom(args: readonly string[]): Options {
  const { values } = parseArgs({ args: [...args], options: FLAGS });
  const filled = ifGiven(values.filled, (text) => Math.ceil(positive('filled', text)));
  const turns = Math.ceil(positive('turns', values.turns ?? (filled ? '1' : '3')));
  const options = {
    turns,
    turnSeconds: positive('seconds', values.seconds) / turns,
    only: values.only?.split(',').filter((name) => name !== ''),
    ...rateFrom(values.rate),
    lookups: ifGiven(values.lookups, (text) => positive('lookups', text)),
    accounts: ifGiven(values.accounts, (text) => whole('accounts', text, ACCOUNTS_MAX)),
    processes: ifGiven(values.processes, (text) => whole('processes', text, PROCESSES_MAX)),
    kill: values.kill,
    items: whole('items', values.items, ITEMS_MAX),
    together: ifGiven(values.together, (text) => Math.ceil(positive('together', text))),
    seed: positive('seed', values.seed),
    country: values.country,
    json: values.json,
    model: values.model,
    profile: values.profile,
    filled,
    bareBatch: positive('bare-batch', values['bare-batch']),
    bareConnections: positive('bare-connections', values['bare-connections']),
  };
  if (options.kill && !((options.processes ?? 1) > 1))
    throw new Error('--kill needs --processes 2 at least: another must take over');
  if (options.lookups !== undefined && options.rate === undefined)
    throw new Error('--lookups needs a --rate in declarations a second, the same with and without');
  return options;
}

/** `50` declarations a second, or `70%` of what a row comes to. */
function rateFrom(text: string | undefined): Pick<Options, 'rate' | 'rateShare'> {
  if (text === undefined) return {};
  if (text.endsWith('%')) return { rateShare: positive('rate', text.slice(0, -1)) / 100 };
  return { rate: positive('rate', text) };
}

function ifGiven<Value>(text: string | undefined, read: (text: string) => Value): Value | undefined {
  return text === undefined ? undefined : read(text);
}

function whole(name: string, text: string, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new Error(`--${name} is a whole number from 1 to ${most}, not ${text}`);
  return number;
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0) || !Number.isFinite(number))
    throw new Error(`--${name} is a number above zero, not ${text}`);
  return number;
}
