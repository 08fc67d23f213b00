import { PostgresHistory, schemaOf } from '@tonggwan/messaging';
import type { Pool } from 'pg';

/** How far a consumer has come in one bucket of one source. */
export interface LaneProgress {
  readonly consumer: string;
  readonly source: string;
  readonly bucket: number;
  readonly position: number;
  /** The last position that the source has given out. */
  readonly head: number;
  /** How far the source has been carried to Kafka; 0 where no Kafka carries it. */
  readonly mark: number;
  /** Events that wait for the lane. */
  readonly lag: number;
}

interface LaneRow {
  readonly consumer: string;
  readonly bucket: number;
  readonly positions: Readonly<Record<string, { readonly position: number }>>;
}

/** Each lane beside the heads and marks of the sources that it has heard from. */
export async function laneProgress(
  pool: Pool,
  services: readonly string[],
): Promise<readonly LaneProgress[]> {
  // Lanes before heads: what comes in between shows as lag, and never as a lane that is ahead of its owner.
  const lanes = (await Promise.all(services.map((service) => lanesOf(pool, service)))).flat();
  const heads = await new PostgresHistory(pool).heads(services);
  const marks = new Map(
    await Promise.all(services.map(async (each) => [each, await marksOf(pool, each)] as const)),
  );
  return lanes.flatMap(({ consumer, bucket, positions }) =>
    Object.entries(positions).map(([source, { position }]) => {
      const head = heads.get(source)?.[bucket] ?? 0;
      const mark = marks.get(source)?.get(bucket) ?? 0;
      return { consumer, source, bucket, position, head, mark, lag: head - position };
    }),
  );
}

async function lanesOf(pool: Pool, service: string): Promise<LaneRow[]> {
  const text = `select consumer, bucket, positions from ${schemaOf(service)}.lane order by consumer, bucket`;
  return (await pool.query<LaneRow>(text)).rows;
}

async function marksOf(pool: Pool, service: string): Promise<ReadonlyMap<number, number>> {
  const { rows } = await pool.query<{ bucket: number; position: string }>(
    `select bucket, position from ${schemaOf(service)}.mark`,
  );
  return new Map(rows.map(({ bucket, position }) => [bucket, Number(position)]));
}
