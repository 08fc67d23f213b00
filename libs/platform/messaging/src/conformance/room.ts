import type { Carrier } from '../kafka/carrier';

/** The same carrier with topics of its own, so that systems can share one Kafka and not see each other. */
export function inRoom(carrier: Carrier, room: string): Carrier {
  const inside = (name: string): string => `${room}.${name}`;
  return {
    ensureTopics: (topics) => carrier.ensureTopics(topics.map(inside)),
    produce: (topic, parcels) => carrier.produce(inside(topic), parcels),
    consume: (name, topics, listener) => carrier.consume(inside(name), topics.map(inside), listener),
    topics: async () =>
      (await carrier.topics()).flatMap((name) =>
        name.startsWith(inside('')) ? name.slice(inside('').length) : [],
      ),
    lastRecords: (topic, count) => carrier.lastRecords(inside(topic), count),
    close: () => carrier.close(),
  };
}
