import { ALL_BUCKETS, type CarriedRecord, type DeliveredRecord, KafkaJsCarrier } from '@tonggwan/messaging';

const NAME = 'chaos-echo';
const COPY = 'chaos-copy';
const COPIES = 2;

/** Adds two copies of every record to its partition, from now on, until the answer is called: it says how many there were. */
export async function echo(
  brokers: readonly string[],
  topics: readonly string[],
): Promise<() => Promise<number>> {
  const carrier = new KafkaJsCarrier(brokers, NAME);
  const sending = new Set<Promise<void>>();
  let copies = 0;
  const reader = carrier.consume(NAME, topics, {
    onFollowing: () => undefined,
    onCrash: () => undefined,
    onDelivery: ({ topic, partition, records }) => {
      const originals = records.filter(({ headers }) => !(COPY in headers)).map(copied);
      if (originals.length === 0) return true;
      const twice = Array.from({ length: COPIES }, () => originals).flat();
      copies += twice.length;
      const sent = carrier.produce(topic, [{ partition, records: twice }]).catch(() => undefined);
      sending.add(sent);
      void sent.then(() => sending.delete(sent));
      return true;
    },
  });
  reader.follow(ALL_BUCKETS);
  return async () => {
    await reader.close();
    await Promise.all(sending);
    await carrier.close();
    return copies;
  };
}

function copied({ key, value, headers }: DeliveredRecord): CarriedRecord {
  const texts = Object.entries(headers).map(([name, text]) => [name, text.toString()]);
  return {
    key: key.toString(),
    value: value.toString(),
    headers: { ...Object.fromEntries(texts), [COPY]: 'yes' },
  };
}
