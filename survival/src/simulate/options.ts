import { parseArgs } from 'node:util';

/** What the command was asked for. */
export interface Options {
  readonly seeds: number;
  /** The first seed; with one seed alone it is that which is replayed. */
  readonly from: number;
  readonly plant?: string;
  readonly listPlants: boolean;
  readonly workers: number;
  readonly json: boolean;
}

const FLAGS = {
  seeds: { type: 'string' },
  from: { type: 'string', default: '1' },
  seed: { type: 'string' },
  plant: { type: 'string' },
  'list-plants': { type: 'boolean', default: false },
  workers: { type: 'string', default: '2' },
  json: { type: 'boolean', default: false },
} as const;

const SEEDS = '200';

/** @throws Error naming the flag that is wrong */
export function optionsFrom(args: readonly string[]): Options {
  const { values } = parseArgs({ args: [...args], options: FLAGS });
  const { seed, plant, json } = values;
  return {
    seeds: seed === undefined ? whole('seeds', values.seeds ?? SEEDS) : 1,
    from: seed === undefined ? whole('from', values.from) : whole('seed', seed),
    plant,
    listPlants: values['list-plants'],
    workers: whole('workers', values.workers),
    json,
  };
}

function whole(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Error(`--${name} is a whole number above zero, not ${text}`);
}
