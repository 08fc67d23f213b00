import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import type { Clock } from '@tonggwan/kernel';
import { type Caller, CallerOf, CLOCK, isStaff, Lookups, Problem } from '@tonggwan/service-host';
import { machineTime, statistics } from './database/statistics';
import type { Life } from './domain/life';
import { type LifeStory, storyOf } from './domain/story';
import { statisticsCsv } from './statistics-csv';
import { statisticsQuery } from './statistics-query';

interface Reply {
  header(name: string, value: string): unknown;
}

@Controller('time-release')
export class TimeReleaseController {
  constructor(
    private readonly lookups: Lookups,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Where the time went: durations in milliseconds of the office's time, and beside them the machine's own, unscaled. */
  @Get()
  async table(
    @Query() parameters: Readonly<Record<string, unknown>>,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
    @CallerOf() caller: Caller,
  ): Promise<object | string> {
    const query = statisticsQuery(parameters, caller);
    reply.header('vary', 'accept');
    if (accept?.includes('text/csv')) {
      reply.header('content-type', 'text/csv; charset=utf-8');
      return statisticsCsv(await this.lookups.as(caller, (manager) => statistics(manager, query)));
    }
    return this.lookups.as(caller, async (manager) => {
      const rows = await statistics(manager, query);
      return { ...query, unit: 'ms', rows, machine: { unit: 'ms', ...(await machineTime(manager, query)) } };
    });
  }

  /** One life from its beginning, with whoever had to act, up to now. */
  @Get(':declarationId')
  async life(@Param('declarationId') id: string, @CallerOf() caller: Caller): Promise<LifeStory> {
    const [row] = await this.lookups.as(caller, (manager) =>
      manager.query<{ state: Life }[]>('select state from time_release.life where id = $1', [id]),
    );
    if (!row) throw Problem.notFound('declaration');
    return storyOf(row.state, this.clock.now().getTime(), isStaff(caller));
  }
}
