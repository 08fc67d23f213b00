import { Door } from '@tonggwan/clearance';
import type { Client } from 'pg';
import type { Bench } from '../bench';
import { Finished } from '../measure/finished';
import type { Work } from '../measure/measure';
import type { Child } from '../system/child';
import { Loader } from './loader';
import { type Manner, underLoad } from './under-load';

interface Copying {
  readonly manner: Manner;
  /** The sentence that reads when each declaration was released. */
  readonly releases: string;
  readonly child: Child<{ readonly url: string }>;
  readonly client: Client;
}

/** Lodges good declarations with a child that writes copies of the specimens' rows. */
export function lodgeWith({ corpus, ways }: Bench, row: Copying): Work {
  const { manner, child } = row;
  const door = new Door(child.ready.url, '', manner.connections + 1);
  const loader = new Loader(door, corpus.goodLodgements(), manner.together);
  const finished = new Finished(async () =>
    Number((await door.call({ method: 'GET', path: '/finished' })).body),
  );
  return underLoad({ ...row, rate: ways.rate }, { door, loader, finished });
}
