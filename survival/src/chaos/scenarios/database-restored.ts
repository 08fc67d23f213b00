import { sleep } from '@tonggwan/messaging';
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { SchemaBackup } from '../house/schema-backup';
import type { SplitSite } from '../house/site';
import { type Scenario, split } from '../scenario';

const RESTORED = 'payments';
const OPERATORS_COMMAND = resolve(__dirname, '../../../../tools/dist/log/main.js');

const CLOSED_MS_MAX = 60_000;
const LOOK_MS = 200;
const GONE_BACK = 'the log has gone back in time';

/** A service whose decisions all follow from what others have said: nothing that a caller was told is lost with them. */
export const databaseRestored: Scenario = {
  name: 'database-restored',
  does: `kills ${RESTORED} and sets its schema back to what it was when the trouble began; an operator opens a new epoch`,
  mayBreak: true,
  open: split(async ({ site, seconds }) => {
    const service = site.services.find(({ name }) => name === RESTORED)!;
    const url = await site.databaseUrl();
    const backup = await SchemaBackup.take(url, RESTORED);
    await sleep(1_000 * seconds);
    await backup.putBack(() => service.kill());
    await untilClosed(service.address);
    await openEpoch(url, site);
    await site.ready();
  }),
};

/** @throws Error where it never says so: it would add to a log that its readers know otherwise */
async function untilClosed(address: string): Promise<void> {
  for (const end = Date.now() + CLOSED_MS_MAX; Date.now() < end; await sleep(LOOK_MS)) {
    const said = await fetch(`${address}/health/ready`)
      .then((answer) => answer.text())
      .catch(() => '');
    if (said.includes(GONE_BACK)) return;
  }
  throw new Error(`${RESTORED} has not noticed that its log has gone back in time`);
}

function openEpoch(url: string, { brokers }: SplitSite): Promise<unknown> {
  const where = ['--url', url, ...brokers.flatMap((broker) => ['--brokers', broker])];
  return promisify(execFile)(process.execPath, [OPERATORS_COMMAND, 'epoch', '--source', RESTORED, ...where]);
}
