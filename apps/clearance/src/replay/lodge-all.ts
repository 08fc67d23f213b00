import { sleep } from '@tonggwan/messaging';
import { type ApiClient, Refusal } from '../client/api-client';
import type { Parcel } from './files';

/** Requests that may be under way at the same time. */
const UNDER_WAY_MAX = 8;

export interface Lodged {
  readonly declarations: number;
  /** What the gateway would not take, in its own words, by file. */
  readonly refusals: readonly string[];
}

export interface Pace {
  /** Declarations a second, whatever the answers take; as fast as it goes without. */
  readonly rate?: number;
  /** Query of the lodging. */
  readonly query: string;
  show(declarations: number): void;
}

interface ItemAnswer {
  readonly id?: string;
  readonly lrn?: string;
  readonly detail?: string;
}

/** Lodges every parcel through the public API. */
export async function lodgeAll(api: ApiClient, parcels: AsyncIterable<Parcel>, pace: Pace): Promise<Lodged> {
  const began = performance.now();
  const underWay = new Set<Promise<void>>();
  const refusals: string[] = [];
  let sent = 0;
  let declarations = 0;
  for await (const parcel of parcels) {
    if (pace.rate) await sleep(Math.max(0, began + (1_000 * sent) / pace.rate - performance.now()));
    else if (underWay.size >= UNDER_WAY_MAX) await Promise.race(underWay);
    sent += parcel.declarations;
    const lodging = lodge(api, parcel, pace.query).then((refused) => {
      refusals.push(...refused);
      declarations += parcel.declarations;
      pace.show(declarations);
      underWay.delete(lodging);
    });
    underWay.add(lodging);
  }
  await Promise.all(underWay);
  return { declarations: declarations - refusals.length, refusals };
}

/** What was refused of a parcel. */
async function lodge(api: ApiClient, { name, body, mediaType }: Parcel, query: string): Promise<string[]> {
  try {
    const answer = await api.send<ItemAnswer | ItemAnswer[]>(`/declarations${query}`, body, mediaType);
    return [answer].flat().flatMap(({ id, detail }) => (id ? [] : [`${name}: ${detail ?? 'refused'}`]));
  } catch (error) {
    if (error instanceof Refusal) return [`${name}: ${error.message}`];
    throw error;
  }
}
