import { Pool, type PoolConfig } from 'pg';
import { TurnSocket } from './turn-socket';

/**
 * One plan for each sentence, made once: the planner would make another for each list of keys, which takes longer than
 * carrying it out. Always by the index, since most tables are empty when it is made.
 */
const PLANS = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off';

/**
 * Connections for transactions whose sentences go out one behind the other, without waiting for each answer.
 * @param options beside those for the plans
 */
export function hotPool({ options = '', ...config }: PoolConfig): Pool {
  const stream = (): TurnSocket => new TurnSocket();
  const pool = new Pool({ ...config, options: `${PLANS} ${options}`, pipeline: true, stream });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
