import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { Copy } from '../peer/copy';
import { Events, EVENTS } from './events';
import { Records } from './records';

/** The chain: each handler saves what its step has found, then tells the next. */
@Controller()
export class ClearanceController {
  constructor(
    private readonly records: Records,
    private readonly events: Events,
  ) {}

  @EventPattern(EVENTS.lodged)
  async accept(@Payload() copy: Copy): Promise<void> {
    await this.records.done('accept', copy);
    await this.events.emit(EVENTS.accepted, copy);
  }

  @EventPattern(EVENTS.accepted)
  async screen(@Payload() copy: Copy): Promise<void> {
    await this.records.done('screen', copy);
    await this.events.emit(EVENTS.screened, copy);
  }

  @EventPattern(EVENTS.screened)
  async assess(@Payload() copy: Copy): Promise<void> {
    await this.records.done('assess', copy);
    await this.events.emit(EVENTS.assessed, copy);
  }

  @EventPattern(EVENTS.assessed)
  async secure(@Payload() copy: Copy): Promise<void> {
    await this.records.done('secure', copy);
    await this.events.emit(EVENTS.secured, copy);
  }

  @EventPattern(EVENTS.secured)
  release(@Payload() copy: Copy): Promise<void> {
    return this.records.done('release', copy);
  }
}
