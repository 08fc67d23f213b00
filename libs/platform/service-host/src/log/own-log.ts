import type { Epoch, History, StoredEvent } from '@tonggwan/messaging';

/** What a service has said since its beginning. */
export class OwnLog {
  constructor(
    private readonly service: string,
    private readonly history: History,
  ) {}

  /** Events of a bucket after a position, in order: at most `limit`, and no more bytes than one answer can hold. */
  after(bucket: number, position: number, limit: number): Promise<readonly StoredEvent[]> {
    return this.history.read(this.service, bucket, position, limit);
  }

  /** Its lives, the earliest first. */
  async epochs(): Promise<readonly Epoch[]> {
    return (await this.history.epochs([this.service])).get(this.service)!;
  }

  /** The last position of each bucket. */
  async heads(): Promise<readonly number[]> {
    return (await this.history.heads([this.service])).get(this.service)!;
  }
}
