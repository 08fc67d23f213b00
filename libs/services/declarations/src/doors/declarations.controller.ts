import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CountryPack } from '@tonggwan/country-pack';
import {
  type Caller,
  CallerOf,
  cursorAfter,
  isStaff,
  PACK,
  pageLimit,
  placeOf,
  Problem,
} from '@tonggwan/service-host';
import { timelineOf, type TimelineEntry } from '../domain/timeline';
import { DeclarationRows, type DeclarationRow } from './declaration-rows';
import { type DeclarationView, viewOf } from './declaration-view';

interface Reply {
  header(name: string, value: string): unknown;
  status(code: number): unknown;
}

interface Page {
  readonly declarations: readonly DeclarationView[];
  readonly next?: string;
}

/** The state that a broker sees, and an officer with what is his. */
@ApiTags('declarations')
@Controller('declarations')
export class DeclarationsController {
  constructor(
    private readonly rows: DeclarationRows,
    @Inject(PACK) private readonly pack: CountryPack,
  ) {}

  @Get()
  async list(
    @CallerOf() caller: Caller,
    @Query('mrn') mrn?: string,
    @Query('lrn') lrn?: string,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<Page> {
    const most = pageLimit(limit);
    const [after] = placeOf(cursor, ['']) ?? [];
    const rows = await this.rows.list(caller, { mrn, lrn, after, limit: most });
    const last = rows.length === most ? rows.at(-1) : undefined;
    const declarations = rows.map((row) => viewOf(row, this.pack, isStaff(caller)));
    return { declarations, next: last && cursorAfter([last.id]) };
  }

  @Get(':id')
  async show(
    @CallerOf() caller: Caller,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @Headers('if-none-match') known?: string,
  ): Promise<DeclarationView | undefined> {
    const row = await this.find(caller, id);
    const tag = `"${row.revision}"`;
    reply.header('etag', tag);
    if (known !== tag) return viewOf(row, this.pack, isStaff(caller));
    reply.status(304);
    return undefined;
  }

  @Get(':id/timeline')
  async timeline(
    @CallerOf() caller: Caller,
    @Param('id') id: string,
  ): Promise<{ readonly id: string; readonly timeline: readonly TimelineEntry[] }> {
    const { state } = await this.find(caller, id);
    return { id, timeline: timelineOf(state.facts, isStaff(caller)) };
  }

  private async find(caller: Caller, id: string): Promise<DeclarationRow> {
    const row = await this.rows.find(caller, id);
    if (!row) throw Problem.notFound('declaration');
    return row;
  }
}
