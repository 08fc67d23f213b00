/** Hears how many events each transaction of a service's lanes has brought to their effect. */
export class BatchSizes {
  private listener: ((events: number) => void) | undefined;

  listen(listener: (events: number) => void): void {
    this.listener = listener;
  }

  note = (events: number): void => this.listener?.(events);
}
