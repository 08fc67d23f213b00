import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENTS } from './events/catalogue';
import { type JsonSchema, schemaOf } from './schema';
import { incompatibilities } from './schema/compatibility';

/** Writes the schemas of all events into the folder given; a schema that changed incompatibly stays as released. */
function releaseSchemas(folder: string): string[] {
  return EVENTS.flatMap((event) => {
    const file = join(folder, `${event.type}.1.json`);
    const current = schemaOf(event);
    const reasons = existsSync(file)
      ? incompatibilities(JSON.parse(readFileSync(file, 'utf8')) as JsonSchema, current)
      : [];
    if (reasons.length === 0) writeFileSync(file, `${JSON.stringify(current)}\n`);
    return reasons.map((reason) => `${event.type}: ${reason}`);
  });
}

const refused = releaseSchemas(join(__dirname, '../schemas'));
refused.forEach((reason) => console.error(reason));
process.exitCode = refused.length > 0 ? 1 : 0;
