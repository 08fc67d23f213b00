import { type DeadLetter, placeName, PostgresStore, schemaOf } from '@tonggwan/messaging';
import type { Pool } from 'pg';
import { servicesIn } from '../log/services';

const LETTERS_MAX = 10_000;

/** A dead letter or what waits behind one, as it is listed. */
export interface ListedLetter {
  /** `release/12`: the service whose lane it is, and the number there. */
  readonly id: string;
  readonly declarationId: string;
  readonly type: string;
  readonly place: string;
  readonly parked: boolean;
  readonly attempts: number;
  readonly failedAt: string;
  readonly reason: string;
}

/** Of all services, oldest first for each. */
export async function listLetters(pool: Pool): Promise<readonly ListedLetter[]> {
  const services = await servicesIn(pool);
  const all = services.map(async (service) => {
    const letters = await storeOf(pool, service).letters(LETTERS_MAX);
    return letters.map((letter) => listed(service, letter));
  });
  return (await Promise.all(all)).flat();
}

/** With the event itself; undefined when there is none of this id. */
export async function showLetter(pool: Pool, id: string): Promise<DeadLetter | undefined> {
  const place = await placeOf(pool, id);
  if (!place) return undefined;
  const letters = await storeOf(pool, place.service).letters(LETTERS_MAX);
  return letters.find((letter) => letter.id === place.number);
}

/** Asks the lane for a replay of this letter and all that waits for it. False when there is none of this id. */
export async function replayLetter(pool: Pool, id: string): Promise<boolean> {
  const letter = await showLetter(pool, id);
  const place = await placeOf(pool, id);
  if (!letter || !place) return false;
  await storeOf(pool, place.service).requestReplay(letter.id);
  return true;
}

async function placeOf(pool: Pool, id: string): Promise<{ service: string; number: number } | undefined> {
  const [service = '', number = '', ...rest] = id.split('/');
  const isKnown =
    /^\d{1,15}$/.test(number) && rest.length === 0 && (await servicesIn(pool)).includes(service);
  return isKnown ? { service, number: Number(number) } : undefined;
}

function storeOf(pool: Pool, service: string): PostgresStore {
  return new PostgresStore(service, schemaOf(service), pool);
}

function listed(service: string, letter: DeadLetter): ListedLetter {
  const { id, event, parked, attempts, failedAt, reason } = letter;
  const { key: declarationId, type } = event;
  const place = placeName(event);
  return { id: `${service}/${id}`, declarationId, type, place, parked, attempts, failedAt, reason };
}
