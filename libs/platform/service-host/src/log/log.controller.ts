import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { BUCKETS, LOG_PAGE_EVENTS_MAX } from '@tonggwan/messaging';
import { Roles } from '../auth/guard';
import { Problem } from '../http/problem';
import { OwnLog } from './own-log';

export const LOG_ROUTES = ['GET /log', 'GET /log/heads', 'GET /log/epochs'];

/**
 * The service's own log, for services with a database of their own, which pull from here what Kafka has lost. It holds
 * everybody's declarations, so it is for no caller from outside.
 */
@ApiExcludeController()
@Controller('log')
@Roles('service')
export class LogController {
  constructor(private readonly log: OwnLog) {}

  @Get()
  async page(
    @Query('bucket') bucket?: string,
    @Query('after') after = '0',
    @Query('limit') limit = String(LOG_PAGE_EVENTS_MAX),
  ): Promise<object> {
    const events = await this.log.after(
      wholeNumber('bucket', bucket, 0, BUCKETS - 1),
      wholeNumber('after', after, 0, Number.MAX_SAFE_INTEGER),
      wholeNumber('limit', limit, 1, LOG_PAGE_EVENTS_MAX),
    );
    return { events };
  }

  @Get('epochs')
  async epochs(): Promise<object> {
    return { epochs: await this.log.epochs() };
  }

  @Get('heads')
  async heads(): Promise<object> {
    return { heads: await this.log.heads() };
  }
}

function wholeNumber(name: string, text: string | undefined, least: number, most: number): number {
  const number = /^\d{1,16}$/.test(text ?? '') ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw new Problem(400, `${name}-unknown`, `\`${name}\` is a whole number from ${least} to ${most}.`);
}
