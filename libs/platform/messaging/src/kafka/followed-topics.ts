import type { History } from '../store/store';
import type { Carrier, Listener, Reader } from './carrier';
import { topicOf } from './topics';

/** Has delivered what is new of several sources, each in the topic of its latest life. */
export class FollowedTopics {
  private topics: readonly string[] = [];
  private partitions: readonly number[] = [];
  private reader: Reader | undefined;

  constructor(
    private readonly name: string,
    private readonly sources: readonly string[],
    private readonly carrier: Carrier,
    private readonly history: History,
    private readonly listener: Listener,
  ) {}

  /** Goes over to the topics of new lives, if there are any. */
  async renew(): Promise<void> {
    const epochs = await this.history.epochs(this.sources);
    const topics = this.sources.map((source) => topicOf(source, epochs.get(source)!.at(-1)!.epoch));
    if (topics.join() === this.topics.join()) return;
    await this.carrier.ensureTopics(topics);
    await this.reader?.close();
    this.topics = topics;
    this.reader = this.carrier.consume(this.name, topics, this.listener);
    if (this.partitions.length > 0) this.reader.follow(this.partitions);
  }

  follow(partitions: readonly number[]): void {
    this.partitions = partitions;
    this.reader?.follow(partitions);
  }

  async close(): Promise<void> {
    await this.reader?.close();
  }
}
