import { BUCKETS } from '@tonggwan/messaging';
import { missingForKafka } from '@tonggwan/service-host';
import { runBare } from './bare/run-bare';
import type { Bench } from './bench';
import { ITEMS } from './corpus/corpus';
import type { Manner } from './load/under-load';
import type { Turn } from './measure/figures';
import { installPeers, missingForPeers, PEERS_NODE, peersFile } from './peers/installed';
import { type PeerRow, runPeer } from './peers/run-peer';
import { runPlain } from './plain/run-plain';
import { runKafka, runPostgres } from './run-product';
import { runSplit } from './split/run-split';

export interface Row {
  readonly name: string;
  /** What this machine lacks for it. */
  missing?(): string | undefined;
  /** It is the product, and measured once more in each way that is asked for. */
  readonly isProduct?: boolean;
  /** The row that it differs from in one thing. */
  readonly beside?: string;
  /**
   * Starts it, measures it for one turn and ends it.
   * @param beside the turn before of the row that it differs from
   */
  run(bench: Bench, name: string, beside?: Turn): Promise<Turn>;
}

const ONE_BY_ONE = { together: 1, connections: 64, underWay: 2_000 };
/** For those that finish so few that more would only wait. */
const FEW_AT_A_TIME = { ...ONE_BY_ONE, underWay: 200 };
const IN_ARRAYS = { together: 100, connections: 8, underWay: 4_000 };

/** In the order in which they are run and printed. */
export const ROWS: readonly Row[] = [
  {
    name: 'tonggwan-postgres',
    isProduct: true,
    run: (bench, name) => runPostgres(bench, name, asked(bench, ONE_BY_ONE)),
  },
  {
    name: 'tonggwan-postgres-bulk',
    isProduct: true,
    run: (bench, name) => runPostgres(bench, name, asked(bench, IN_ARRAYS)),
  },
  {
    name: 'tonggwan-kafka',
    isProduct: true,
    missing: missingForKafka,
    run: (bench, name) => runKafka(bench, name, asked(bench, IN_ARRAYS)),
  },
  {
    name: 'tonggwan-kafka-split',
    missing: missingForKafka,
    run: (bench) => runSplit(bench, asked(bench, IN_ARRAYS)),
  },
  peer({ name: 'dbos', main: 'dbos.mjs', manner: FEW_AT_A_TIME }),
  peer({ name: 'restate', main: 'restate.mjs', manner: FEW_AT_A_TIME }),
  peer({
    name: 'pg-boss',
    main: 'pg-boss.mjs',
    manner: FEW_AT_A_TIME,
    settings: { batchSize: '1', workers: '4' },
  }),
  peer({
    name: 'pg-boss-batched',
    main: 'pg-boss.mjs',
    manner: IN_ARRAYS,
    settings: { batchSize: '400', workers: '1' },
  }),
  {
    name: 'plain-nestjs',
    missing: missingForKafka,
    run: (bench, name) => runPlain(bench, name, sized(bench, FEW_AT_A_TIME)),
  },
  { name: 'bare-sql', run: (bench, name) => runBare(bench, name, sized(bench, IN_ARRAYS)) },
];

/** The product's rows may be asked to lodge otherwise than they do by themselves. */
function asked(bench: Bench, manner: Manner): Manner {
  const { together } = bench.options;
  if (together === undefined) return sized(bench, manner);
  return { ...sized(bench, together === 1 ? ONE_BY_ONE : manner), together };
}

/** Of declarations with more items than usual so many fewer are under way and in a request. */
function sized({ corpus }: Bench, manner: Manner): Manner {
  const fewer = (count: number): number => Math.max(1, Math.floor(count * Math.min(1, ITEMS / corpus.items)));
  return {
    together: fewer(manner.together),
    connections: manner.connections,
    underWay: Math.max(BUCKETS, fewer(manner.underWay)),
  };
}

function peer({ main, ...row }: Omit<PeerRow, 'node'>): Row {
  return {
    name: row.name,
    missing: missingForPeers,
    run: (bench) => {
      installPeers();
      const manner = sized(bench, row.manner);
      return runPeer(bench, { ...row, manner, main: peersFile(main), node: PEERS_NODE });
    },
  };
}
