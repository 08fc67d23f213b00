import { replay } from './replay';
import { replayFlagsFrom } from './replay-flags';

async function main(): Promise<void> {
  await replay(replayFlagsFrom(process.argv.slice(2)));
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
