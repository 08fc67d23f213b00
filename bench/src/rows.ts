import { missingForKafka } from '@tonggwan/service-host';
import { runBare } from './bare/run-bare';
import type { Bench } from './bench';
import type { Manner } from './load/under-load';
import type { Turn } from './measure/figures';
import { installPeers, missingForPeers, PEERS_NODE, peersFile } from './peers/installed';
import { type PeerRow, runPeer } from './peers/run-peer';
import { runPlain } from './plain/run-plain';
import { FILLED } from './report/ratios';
import { runFilled, runKafka, runPostgres } from './run-product';
import { runSplit } from './split/run-split';

export interface Row {
  readonly name: string;
  /** What this machine lacks for it. */
  missing?(): string | undefined;
  /** Starts it, measures it for one turn and ends it. */
  run(bench: Bench, name: string): Promise<Turn>;
}

const ONE_BY_ONE = { together: 1, connections: 64, underWay: 2_000 };
/** For those that finish so few that more would only wait. */
const FEW_AT_A_TIME = { ...ONE_BY_ONE, underWay: 200 };
const IN_ARRAYS = { together: 100, connections: 8, underWay: 4_000 };

const ON_POSTGRES: Readonly<Record<string, Manner>> = {
  'tonggwan-postgres': ONE_BY_ONE,
  'tonggwan-postgres-bulk': IN_ARRAYS,
};

/** In the order in which they are run and printed. */
export const ROWS: readonly Row[] = [
  ...Object.entries(ON_POSTGRES).map(([name, manner]): Row => ({
    name,
    run: (bench) => runPostgres(bench, name, asked(bench, manner)),
  })),
  {
    name: 'tonggwan-kafka',
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
    run: (bench, name) => runPlain(bench, name, FEW_AT_A_TIME),
  },
  { name: 'bare-sql', run: (bench, name) => runBare(bench, name, IN_ARRAYS) },
];

/** Each of these, and beside those of the product on PostgreSQL the same on a database that is not empty. */
export function besideFilled(rows: readonly Row[], count: number): readonly Row[] {
  return rows.flatMap((row) => {
    const manner = ON_POSTGRES[row.name];
    if (!manner) return [row];
    const name = `${row.name}${FILLED}`;
    return [row, { name, run: (bench) => runFilled(bench, name, asked(bench, manner), count) }];
  });
}

/** The product's rows may be asked to lodge otherwise than they do by themselves. */
function asked({ options: { together } }: Bench, manner: Manner): Manner {
  if (together === undefined) return manner;
  return { ...(together === 1 ? ONE_BY_ONE : manner), together };
}

function peer({ main, ...row }: Omit<PeerRow, 'node'>): Row {
  return {
    name: row.name,
    missing: missingForPeers,
    run: (bench) => {
      installPeers();
      return runPeer(bench, { ...row, main: peersFile(main), node: PEERS_NODE });
    },
  };
}
