import { Client } from 'pg';
import type { Specimens } from './bare/specimen';
import type { Corpus } from './corpus/corpus';
import type { Cluster } from './database/cluster';
import type { Options } from './options';

/** In which ways a row is measured; what is not said is as always. */
export interface Ways {
  /** Declarations a second. */
  readonly rate?: number;
  /** Status requests a second beside them. */
  readonly lookups?: number;
  /** Of the product, all services in each. */
  readonly processes?: number;
  /** Declarations that were finished before. */
  readonly filled?: number;
  /** One of them is killed in the middle of the window. */
  readonly kill?: boolean;
}

/** What all rows of a run have in common. */
export interface Bench {
  readonly options: Options;
  readonly cluster: Cluster;
  readonly corpus: Corpus;
  readonly packFolder: string;
  /** For what a row keeps on disk beside the database. */
  readonly folder: string;
  readonly ways: Ways;
  /** Made on first call, which takes some seconds. */
  specimens(): Promise<Specimens>;
}

/** Runs `work` on a connection that is closed whatever comes of it. */
export async function connected<Result>(client: Client, work: () => Promise<Result>): Promise<Result> {
  await client.connect();
  try {
    return await work();
  } finally {
    await client.end();
  }
}

export function connectedTo<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  return connected(client, () => work(client));
}
