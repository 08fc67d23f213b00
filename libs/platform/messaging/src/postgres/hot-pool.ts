import { Pool, type PoolConfig } from 'pg';
import { TurnSocket } from './turn-socket';

/** Connections for transactions whose sentences go out one behind the other, without waiting for each answer. */
export function hotPool(config: PoolConfig): Pool {
  const pool = new Pool({ ...config, pipeline: true, stream: () => new TurnSocket() });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
