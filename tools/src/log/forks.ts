import { type Fork, schemaOf } from '@tonggwan/messaging';
import type { Pool } from 'pg';

/** Events that a consumer has seen and their owner no longer has, since its log went back in time. */
export interface FoundFork extends Fork {
  readonly consumer: string;
  /** ISO 8601 in UTC. */
  readonly foundAt: string;
}

interface ForkRow extends Omit<FoundFork, 'first' | 'last' | 'foundAt'> {
  readonly first: string;
  readonly last: string;
  readonly found_at: Date;
}

/** Of all services in a database, the latest first. */
export async function forksIn(pool: Pool, services: readonly string[]): Promise<readonly FoundFork[]> {
  const each = services.map((service) => `select * from ${schemaOf(service)}.fork`);
  const { rows } = await pool.query<ForkRow>(
    `${each.join(' union all ')} order by found_at desc, consumer, source, bucket`,
  );
  return rows.map(({ first, last, found_at: foundAt, ...fork }) => {
    return { ...fork, first: Number(first), last: Number(last), foundAt: foundAt.toISOString() };
  });
}
