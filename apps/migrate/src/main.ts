import { SERVICES } from '@tonggwan/clearance';
import { migrate } from './migrate';

const [secrets] = process.argv.slice(2);

async function main(): Promise<void> {
  if (!secrets) throw new Error('usage: main.js FOLDER, with one database address in a file for each role');
  await migrate(secrets, SERVICES);
  console.log(JSON.stringify({ migrated: SERVICES.map(({ name }) => name) }));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
