import { Archive, schemaOf, verifyFile } from '@tonggwan/messaging';
import type { Pool } from 'pg';

/** Whether an archived partition is still what was written. */
export interface VerifyLine {
  readonly service: string;
  readonly part: number;
  readonly events: number;
  readonly fault?: string;
}

interface PartitionRow {
  readonly part: number;
  readonly manifest: string;
  readonly events: string;
}

/** Reads every file that the database says there is, each to its end. */
export async function* verifyArchive(
  pool: Pool,
  services: readonly string[],
  folder: string,
): AsyncGenerator<VerifyLine> {
  const archive = new Archive(folder);
  for (const service of services) {
    const { rows } = await pool.query<PartitionRow>(
      `select part, manifest_sha256 as manifest, events from ${schemaOf(service)}.archive order by part`,
    );
    for (const { part, manifest: manifestSha256, events } of rows) {
      const partition = { service, part, manifestSha256 };
      const check = async (): Promise<void> =>
        verifyFile(archive.fileOf(partition, 'events'), await archive.manifestOf(partition));
      const fault = await check().then(
        () => undefined,
        (error: Error) => error.message,
      );
      yield { service, part, events: Number(events), fault };
    }
  }
}
