import { openDatabase } from '@tonggwan/service-host';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { reportLines } from './report';
import { verifyLedger } from './verify-ledger';

const USAGE = `ledger verify [--data DIR | --url URL] [--json]  whether a ledger is whole (else that of DATABASE_URL or ./.tonggwan)`;

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

async function verifyWithin({
  json,
  ...where
}: {
  json: boolean;
  url?: string;
  data?: string;
}): Promise<void> {
  const database = await openDatabase(where);
  try {
    await verify(database.url, json);
  } finally {
    await database.close();
  }
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, url: { type: 'string' }, data: { type: 'string' } },
});

if (positionals.join() === 'verify') {
  verifyWithin(values).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
} else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}
