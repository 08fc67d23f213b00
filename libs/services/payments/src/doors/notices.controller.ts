import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MoneyAmount } from '@tonggwan/contracts';
import { type Caller, CallerOf, cursorAfter, Lookups, pageLimit, placeOf } from '@tonggwan/service-host';

interface OpenNotice {
  readonly noticeNumber: string;
  readonly declarationId: string;
  readonly party: string;
  readonly amount: MoneyAmount;
  readonly issuedAt: string;
  readonly dueAt?: string;
  readonly reason?: string;
}

interface NoticeRow {
  readonly id: string;
  readonly notice_issued_at: string;
  readonly notice: OpenNotice;
}

const OPEN = `
  select id, notice_issued_at, jsonb_strip_nulls(jsonb_build_object(
    'noticeNumber', state -> 'notice' -> 'number', 'declarationId', id, 'party', party,
    'amount', jsonb_build_object(
      'amount', state -> 'notice' -> 'amount', 'currency', state -> 'notice' -> 'currency'),
    'issuedAt', state -> 'notice' -> 'issuedAt', 'dueAt', state -> 'notice' -> 'dueAt',
    'reason', state -> 'notice' -> 'reason')) as notice
  from payments.obligation
  where notice_status = 'open' and ($1::text is null or (notice_issued_at, id) > ($1, $2))
  order by notice_issued_at, id limit $3`;

/** What is owed and not paid yet, oldest first. */
@ApiTags('payments')
@Controller('notices')
export class NoticesController {
  constructor(private readonly lookups: Lookups) {}

  @Get()
  async list(
    @CallerOf() caller: Caller,
    @Query('limit') limit?: string,
    @Query('cursor') cursor?: string,
  ): Promise<{ notices: OpenNotice[]; next?: string }> {
    const most = pageLimit(limit);
    const [after, id] = placeOf(cursor, ['', '']) ?? [null, null];
    const rows = await this.lookups.as(payee(caller), (manager) =>
      manager.query<NoticeRow[]>(OPEN, [after, id, most]),
    );
    const last = rows.length === most ? rows.at(-1) : undefined;
    const next = last && cursorAfter([last.notice_issued_at, last.id]);
    return { notices: rows.map(({ notice }) => notice), next };
  }
}

/**
 * The bank takes payments for every party and sees everybody's open notices: of this list alone it sees what
 * staff see.
 */
function payee(caller: Caller): Caller {
  return caller.roles.includes('bank') ? { ...caller, roles: ['auditor'] } : caller;
}
