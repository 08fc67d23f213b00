import { parseArgs } from 'node:util';
import { countryFrom, type Flags, wholeNumber } from '../start/flags';

export const USAGE = `npm run replay -- FILE… [flags]: lodges real files (WCO DEC XML, JSON, the Korean CSV) through the public API

  --url URL        of a running system; without it one is started for the replay
  --token TOKEN    for that system (with --historical: one of the role replay)
  --rate N         declarations a second, whatever the answers take; as fast as it goes without
  --historical     put the declared date on the tax point, and say that the goods are there
  --country kr     the country pack of the system that is started: kr or gb
  --data DIR       its data folder (a temporary one without)
  --kafka          with Apache Kafka, one process for each service
  --json           end with one JSON object as the last line`;

export interface ReplayFlags {
  readonly files: readonly string[];
  readonly url?: string;
  readonly token?: string;
  readonly rate?: number;
  readonly historical: boolean;
  readonly country: Flags['country'];
  readonly data?: string;
  readonly kafka: boolean;
  readonly json: boolean;
}

const RATE_MAX = 100_000;

/** @throws Error that says which flag is wrong and why */
export function replayFlagsFrom(args: readonly string[]): ReplayFlags {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      token: { type: 'string' },
      rate: { type: 'string' },
      historical: { type: 'boolean', default: false },
      country: { type: 'string', default: 'kr' },
      data: { type: 'string' },
      kafka: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) throw new Error(USAGE);
  if (values.url && !values.token) throw new Error('--url needs a --token of that system');
  const rate = values.rate === undefined ? undefined : wholeNumber('rate', values.rate, RATE_MAX);
  return { ...values, files: positionals, rate, country: countryFrom(values.country) };
}
