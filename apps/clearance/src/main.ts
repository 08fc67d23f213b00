import { flagsFrom, USAGE } from './start/flags';
import { start } from './start/start';

function main(): Promise<void> {
  const flags = flagsFrom(process.argv.slice(2));
  if (!flags.help) return start(flags);
  console.log(USAGE);
  return Promise.resolve();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
