// @ts-expect-error kafkajs has no types for its insides
import RequestQueue from 'kafkajs/src/network/requestQueue';

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
