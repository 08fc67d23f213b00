import type { Sighting } from '../epoch/epoch';
import type { Carrier } from './carrier';
import { placeOf } from './cloud-event';
import { epochIn } from './topics';

/** After a crash a relay sends again what it had sent: the furthest event need not be the last. */
const RECORDS_LOOKED_AT = 500;

/** How far a service's log was carried to Kafka, in this life and in later ones of which it may know nothing any more. */
export async function carriedOf(
  carrier: Carrier,
  service: string,
  epoch: number,
): Promise<readonly Sighting[]> {
  const topics = (await carrier.topics()).filter((topic) => (epochIn(topic, service) ?? 0) >= epoch);
  const found = await Promise.all(topics.map((topic) => furthestIn(carrier, topic, service)));
  return found.flat();
}

async function furthestIn(carrier: Carrier, topic: string, service: string): Promise<readonly Sighting[]> {
  const furthest = new Map<number, Sighting>();
  for (const { partition, records } of await carrier.lastRecords(topic, RECORDS_LOOKED_AT)) {
    for (const record of records) {
      const place = placeOf(record);
      if (place?.source !== service || place.bucket !== partition) continue;
      const { epoch, bucket, position } = place;
      if (position > (furthest.get(bucket)?.position ?? 0))
        furthest.set(bucket, { by: `topic ${topic}`, epoch, bucket, position });
    }
  }
  return [...furthest.values()];
}
