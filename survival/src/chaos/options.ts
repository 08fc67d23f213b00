import { parseArgs } from 'node:util';

export const USAGE = `npm run chaos -- [flags]: takes things away from a working system and looks whether anything is lost or doubled

  --list           which scenarios there are
  --only a,b       these scenarios alone
  --seconds 20     how long the trouble of each lasts
  --previous DIR   a built checkout of the version before, for the scenarios that are about both
  --rate N         declarations a second; else half of what is sustained, which is measured first
  --json           end with one JSON object as the last line
  --help           this`;

export interface Options {
  readonly only?: readonly string[];
  readonly seconds: number;
  readonly rate?: number;
  readonly previous?: string;
  readonly list: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

const SECONDS_MAX = 600;
const RATE_MAX = 2_000;

/** @throws Error naming the flag that is wrong */
export function optionsFrom(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      seconds: { type: 'string', default: '20' },
      rate: { type: 'string' },
      previous: { type: 'string' },
      list: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    ...values,
    only: values.only?.split(',').filter((name) => name !== ''),
    seconds: within('seconds', values.seconds, SECONDS_MAX),
    rate: values.rate === undefined ? undefined : within('rate', values.rate, RATE_MAX),
  };
}

function within(flag: string, text: string, most: number): number {
  const number = Number(text);
  if (number > 0 && number <= most) return number;
  throw new Error(`--${flag} is a number above zero and up to ${most}, not "${text}"`);
}
