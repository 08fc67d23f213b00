import { missingForKafka } from '@tonggwan/service-host';
import { corpora, describeWithCorpora } from '@tonggwan/testing';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Summary } from '../summary/summary';
import type { Tallies } from '../replay/tallies';

const ROOT = resolve(__dirname, '../../../..');
const ROWS = 45_519;
const run = promisify(execFile);

/** Without Java and Maven a user's machine has no Kafka; CI must have one. */
const lacks = process.env.CI ? undefined : missingForKafka();

interface Outcome extends Summary {
  readonly engine: string;
  readonly refused: number;
  readonly tallies: Tallies;
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1)!;

describeWithCorpora('all Korean rows, from the file to the release', () => {
  const folder = join(corpora(), 'kcs-import-declarations/given');
  const files = readdirSync(folder).map((name) => join(folder, name));

  /** Worked out from the file alone by a script that shares no code with the product. */
  const expected = async (): Promise<Tallies> => {
    const { stdout } = await run('node', [join(ROOT, 'tools/korean-tally/tally.mjs'), ...files]);
    return JSON.parse(stdout) as Tallies;
  };

  const replayed = async (...flags: string[]): Promise<Outcome> => {
    const main = join(ROOT, 'apps/clearance/dist/replay/main.js');
    const command = ['--max-semi-space-size=64', main, ...files, '--historical', '--json', ...flags];
    const { stdout } = await run('node', command, {
      maxBuffer: 2 ** 24,
    });
    return JSON.parse(lastLine(stdout)) as Outcome;
  };

  if (lacks) it.skip(`on kafka (lacks ${lacks})`, () => undefined);

  it.each([['postgres', []] as const, ...(lacks ? [] : [['kafka', ['--kafka']] as const])])(
    'come to what an independent script makes of them, on %s, with nothing lost and the ledger at zero',
    async (engine, flags) => {
      const { lodged, status, ledgerSum, refused, tallies, ...outcome } = await replayed(...flags);
      const { rejected, rejectedBy, held, belowSmallest, byRateClass } = await expected();
      expect(outcome.engine).toBe(engine);
      expect({ lodged, refused, ledgerSum, received: status.received }).toEqual({
        ...{ lodged: ROWS, refused: 0, ledgerSum: '0', received: 0 },
      });
      expect(tallies).toEqual({ rejected, rejectedBy, held, belowSmallest, byRateClass });
    },
    600_000,
  );
});
