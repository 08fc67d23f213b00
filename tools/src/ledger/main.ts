import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { reportLines } from './report';
import { verifyLedger } from './verify-ledger';

const USAGE = `ledger verify [--url URL] [--json]  whether a ledger (else that of DATABASE_URL) is whole`;

/** One snapshot of the ledger, in which nothing can be changed. */
async function verify(url: string, json: boolean): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const report = await verifyLedger(async (text) => {
      const { rows } = await client.query<Record<string, unknown>>(text);
      return rows;
    });
    process.stdout.write(`${reportLines(report, json).join('\n')}\n`);
    process.exitCode = report.faults.length === 0 ? 0 : 1;
  } finally {
    await client.end();
  }
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, url: { type: 'string' } },
});
const url = values.url ?? process.env.DATABASE_URL;

if (positionals.join() === 'verify' && url) {
  verify(url, values.json).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
} else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}
