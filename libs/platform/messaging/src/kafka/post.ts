import type { Carrier, Parcel } from './carrier';

interface Waiting extends Parcel {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What is sent to the partitions of one topic while a request is under way goes together in the next one. A partition has
 * one parcel under way at a time, since whoever sends waits for the answer.
 */
export class Post {
  private waiting: Waiting[] = [];
  private isUnderWay = false;

  constructor(
    private readonly topic: string,
    private readonly carrier: Carrier,
  ) {}

  /** @throws Error unless that very partition has said that it has the records */
  send(parcel: Parcel): Promise<void> {
    const answer = new Promise<void>((resolve, reject) => this.waiting.push({ ...parcel, resolve, reject }));
    if (!this.isUnderWay) void this.sendAll();
    return answer;
  }

  private async sendAll(): Promise<void> {
    this.isUnderWay = true;
    while (this.waiting.length > 0) {
      // Buckets that were told of the same news are there by then.
      await new Promise(setImmediate);
      await this.sendTogether(this.waiting.splice(0));
    }
    this.isUnderWay = false;
  }

  /** One partition in trouble must not hold up the others: after a failure each goes alone. */
  private async sendTogether(parcels: readonly Waiting[]): Promise<void> {
    try {
      await this.carrier.produce(this.topic, parcels);
      for (const { resolve } of parcels) resolve();
    } catch (error) {
      if (parcels.length === 1) parcels[0]!.reject(error);
      else
        await Promise.all(
          parcels.map((parcel) =>
            this.carrier.produce(this.topic, [parcel]).then(parcel.resolve, parcel.reject),
          ),
        );
    }
  }
}
