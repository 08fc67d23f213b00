import { mkdirSync } from 'node:fs';
import { publishFirstTokens } from './publish';

const [kept, published] = process.argv.slice(2);

async function main(): Promise<void> {
  if (!kept || !published) throw new Error('usage: first-tokens/main.js FOLDER-OF-SECRETS FOLDER-OF-KEYS');
  for (const folder of [kept, published]) mkdirSync(folder, { recursive: true });
  console.log(JSON.stringify(await publishFirstTokens(kept, published), null, 2));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
