import { BUCKETS } from '../bucket';
import { EVENT_BYTES_MAX } from '../event';

/** Beside the data there is the key and the headers of every event in a send. */
const RECORD_BYTES_LEAST = EVENT_BYTES_MAX + 1024 * 1024;

export const TOPIC_SETTINGS = {
  'cleanup.policy': 'delete',
  'max.message.bytes': String(2 * EVENT_BYTES_MAX),
} as const;

export interface FoundTopic {
  readonly name: string;
  readonly partitions: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** The epoch stands in the name: a log that went back in time goes on in a topic of its own. */
export function topicOf(source: string, epoch: number): string {
  return `${source}.${epoch}`;
}

/** The source whose log a topic carries. */
export function sourceIn(topic: string): string {
  return topic.slice(0, topic.lastIndexOf('.'));
}

/** The life of a source that has this topic; nothing where the topic is of somebody else. */
export function epochIn(topic: string, source: string): number | undefined {
  const number = topic.startsWith(`${source}.`) ? topic.slice(source.length + 1) : '';
  return /^\d{1,9}$/.test(number) ? Number(number) : undefined;
}

/** What is wrong with a topic that somebody else has made or changed; empty when nothing is. */
export function faultsOfTopic({ name, partitions, settings }: FoundTopic): readonly string[] {
  const faults: string[] = [];
  if (partitions !== BUCKETS) faults.push(`topic ${name} has ${partitions} partitions, not ${BUCKETS}`);
  const policy = settings['cleanup.policy'];
  if (policy !== TOPIC_SETTINGS['cleanup.policy']) {
    faults.push(
      `topic ${name} has cleanup.policy ${policy}, which would remove events that are still to be read`,
    );
  }
  const bytes = Number(settings['max.message.bytes']);
  if (!(bytes >= RECORD_BYTES_LEAST)) {
    faults.push(`topic ${name} has max.message.bytes ${bytes}, which must be at least ${RECORD_BYTES_LEAST}`);
  }
  return faults;
}
