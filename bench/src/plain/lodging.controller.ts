import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Copies } from '../peer/copy';
import type { PeerDeclaration } from '../peer/door';
import { Events, EVENTS } from './events';
import { Records } from './records';

@Controller()
export class LodgingController {
  constructor(
    private readonly copies: Copies,
    private readonly records: Records,
    private readonly events: Events,
  ) {}

  @Post('declarations')
  @HttpCode(202)
  async lodge(@Body() { functionalReferenceID }: PeerDeclaration): Promise<{ id: string; status: string }> {
    const copy = this.copies.of(functionalReferenceID);
    await this.records.lodged(copy);
    await this.events.emit(EVENTS.lodged, copy);
    return { id: copy.id, status: 'received' };
  }

  @Get('finished')
  finished(): string {
    return String(this.records.released);
  }
}
