import { Controller, Get, Inject, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Declaration } from '@tonggwan/contracts';
import type { Clock } from '@tonggwan/kernel';
import { type Caller, CallerOf, cursorAfter, Lookups, Problem, Roles } from '@tonggwan/service-host';
import type { Case } from '../domain/case';
import type { Dossier } from '../domain/dossier';
import { WALL_CLOCK } from '../ports';
import { type CaseFile, type CaseSummary, fileOf, summaryOf } from './case-view';
import { type QueueQuery, selectionOf } from './queue';

interface QueueRow {
  readonly id: string;
  readonly lightness: number;
  readonly opened_at: string;
  readonly state: Case;
  readonly dossier: Dossier | null;
}

interface FileRow {
  readonly state: Case;
  readonly dossier: Dossier | null;
  readonly declaration: Declaration | null;
}

const FILE = `
  select c.state, d.state as dossier, a.declaration
  from casework.case c
  left join casework.dossier d on d.id = c.declaration_id
  left join casework.declaration a
    on a.declaration_id = c.declaration_id::uuid and a.version = (c.state ->> 'version')::int
  where c.id = $1`;

/** The officers' queue: the weightiest first, and of those the oldest. */
@ApiTags('casework')
@Controller('cases')
@Roles('officer', 'supervisor')
export class CasesController {
  constructor(
    private readonly lookups: Lookups,
    @Inject(WALL_CLOCK) private readonly wall: Clock,
  ) {}

  @Get()
  async queue(
    @CallerOf() caller: Caller,
    @Query() query: QueueQuery,
  ): Promise<{ cases: CaseSummary[]; next?: string }> {
    const { text, values, limit } = selectionOf(query);
    const rows = await this.lookups.as(caller, (manager) => manager.query<QueueRow[]>(text, [...values]));
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return {
      cases: rows.map(({ state, dossier }) => summaryOf(state, dossier ?? undefined, this.now())),
      next: last && cursorAfter([last.lightness, last.opened_at, last.id]),
    };
  }

  @Get(':id')
  async file(@CallerOf() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<CaseFile> {
    const [row] = await this.lookups.as(caller, (manager) => manager.query<FileRow[]>(FILE, [id]));
    if (!row) throw Problem.notFound('case');
    return fileOf(row.state, row.dossier ?? undefined, row.declaration ?? undefined, this.now());
  }

  private now(): string {
    return this.wall.now().toISOString();
  }
}
