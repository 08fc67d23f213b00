// @ts-expect-error kafkajs has no types for its insides
import Broker from 'kafkajs/src/broker';
// @ts-expect-error kafkajs has no types for its insides
import RequestQueue from 'kafkajs/src/network/requestQueue';
import type { Message } from 'kafkajs';
import { sleep } from '../lane/settings';
import type { Parcel } from './carrier';
import { produceRequest } from './produce-request';

/** What is used of kafkajs, which nothing else of the product imports. */
export {
  AssignerProtocol,
  ConfigResourceTypes,
  type Consumer,
  Kafka,
  type KafkaMessage,
  logLevel,
  type PartitionAssigner,
  Partitioners,
  type Producer,
} from 'kafkajs';

interface Queue {
  readonly pending: readonly unknown[];
  readonly throttledUntil: number;
  scheduleCheckPendingRequests(): void;
}

// Each connection would look a thousand times a second for requests to send, whether or not one waits.
const { prototype } = RequestQueue as { prototype: Queue };
const look = prototype.scheduleCheckPendingRequests;
prototype.scheduleCheckPendingRequests = function (this: Queue) {
  if (this.pending.length > 0 || this.throttledUntil > Date.now()) look.call(this);
};

/** What is sent to one partition as one message of kafkajs: its records are written by us. */
export interface ParcelMessage extends Message {
  readonly records: Parcel['records'];
}

interface ProduceCall {
  readonly acks: number;
  readonly timeout: number;
  readonly topicData: readonly {
    readonly topic: string;
    readonly partitions: readonly {
      readonly partition: number;
      readonly messages: readonly ParcelMessage[];
    }[];
  }[];
}

interface Call {
  readonly request: object;
  readonly response: object;
}

interface Lookup {
  lookupRequest(apiKey: number, definition: object): (order: ProduceCall) => Call;
}

interface FetchAnswer {
  readonly responses: readonly {
    readonly partitions: readonly { readonly messages: readonly unknown[] }[];
  }[];
}

/** A reader that has been brought something asks again after so long: an answer costs both sides the same, whatever is in it. */
const REST_MS = 40;

// Each reader has a connection of its own. It would ask for every record by itself, and name every partition each time.
const reader = (Broker as { prototype: { fetch(order: object): Promise<FetchAnswer> } }).prototype;
const fetchNow = reader.fetch;
const broughtAt = new WeakMap<object, number>();
reader.fetch = async function (order: object) {
  const restMs = (broughtAt.get(this) ?? -REST_MS) + REST_MS - performance.now();
  if (restMs > 0) await sleep(restMs);
  const answer = await fetchNow.call(this, order);
  if (hasRecords(answer)) broughtAt.set(this, performance.now());
  return answer;
};

function hasRecords({ responses }: FetchAnswer): boolean {
  return responses.some(({ partitions }) => partitions.some(({ messages }) => messages.length > 0));
}

// kafkajs makes seven buffers of half a KB for each of our records, and looks each byte up by itself for the checksum.
const broker = (Broker as { prototype: { produce(this: Lookup, order: ProduceCall): Promise<unknown> } })
  .prototype;
const produce = broker.produce;
broker.produce = function (this: Lookup, order: ProduceCall) {
  return produce.call(isOurs(order) ? encodingOurselves(this) : this, order);
};

/** Other producers of the process send what kafkajs is to encode. */
function isOurs({ topicData }: ProduceCall): boolean {
  return topicData.every(({ partitions }) =>
    partitions.every(({ messages }) => messages.every((message) => 'records' in message)),
  );
}

function encodingOurselves(original: Lookup): Lookup {
  const lookupRequest: Lookup['lookupRequest'] = (apiKey, definition) => {
    const callOf = original.lookupRequest(apiKey, definition);
    return (order) => {
      const { request, response } = callOf(order);
      return { request: { ...request, encode: () => encoded(order) }, response };
    };
  };
  return Object.create(original, { lookupRequest: { value: lookupRequest } }) as Lookup;
}

function encoded({ acks, timeout, topicData }: ProduceCall): { buf: Buffer; buffer: Buffer } {
  const topics = topicData.map(({ topic, partitions }) => {
    const parcels = partitions.map(({ partition, messages }) => {
      return { partition, records: messages.flatMap(({ records }) => records) };
    });
    return { topic, parcels };
  });
  const buffer = produceRequest({ acks, timeoutMs: timeout, topics }, Date.now());
  return { buf: buffer, buffer };
}
