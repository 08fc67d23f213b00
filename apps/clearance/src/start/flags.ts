import { parseArgs } from 'node:util';

export const USAGE = `npm start -- [flags]: clears a simulated day of declarations, then serves the API and the console

  --sample 2000    declarations in the day; 0 for none
  --once           leave after the day
  --port 8080      where to listen, or the next free port
  --data DIR       where the data lies (default ./.tonggwan)
  --country kr     the country pack: kr or gb
  --kafka          Apache Kafka between the services, one process for each (needs Java 17 and Maven)
  --seed 1         which day: the same seed makes the same declarations
  --json           end with one JSON object as the last line
  --help           this`;

export interface Flags {
  readonly port: number;
  readonly data: string;
  readonly sample: number;
  readonly once: boolean;
  readonly kafka: boolean;
  readonly seed: number;
  readonly country: 'kr' | 'gb';
  readonly json: boolean;
  readonly help: boolean;
}

const SAMPLE_MAX = 1_000_000;

/** @throws Error that says which flag is wrong and why */
export function flagsFrom(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8080' },
      data: { type: 'string', default: './.tonggwan' },
      sample: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      country: { type: 'string', default: 'kr' },
      once: { type: 'boolean', default: false },
      kafka: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    ...values,
    port: wholeNumber('port', values.port, 65_535),
    sample: wholeNumber('sample', values.sample, SAMPLE_MAX),
    seed: wholeNumber('seed', values.seed, Number.MAX_SAFE_INTEGER),
    country: countryFrom(values.country),
  };
}

export function wholeNumber(flag: string, text: string, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= most) return number;
  throw new Error(`--${flag} is a whole number up to ${most}, not "${text}"`);
}

export function countryFrom(text: string): Flags['country'] {
  if (text === 'kr' || text === 'gb') return text;
  throw new Error(`--country is kr or gb, not "${text}"`);
}
