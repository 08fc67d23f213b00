import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ALL_BUCKETS, BUCKETS } from '@tonggwan/messaging';
import { type Caller, CallerOf, Lookups, Problem } from '@tonggwan/service-host';
import { Standings } from '../intake/standings';
import { type Answer, cursorOf, type FeedPositions, page, positionsOf } from '../domain/answer-feed';

const PAGE_MAX = 100;

interface AnswerRow extends Answer {
  readonly id: string;
  readonly declarationId: string;
  readonly version: number;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface AnswerPage {
  readonly answers: readonly AnswerRow[];
  /** Where to go on; it stays good for ever. */
  readonly next: string;
}

const COLUMNS = `bucket::int as bucket, position::float8 as position, bucket || '-' || position as id,
  declaration_id as "declarationId", version, type, body, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;

/** What a party was told, for ever, in order, without a gap. */
@ApiTags('answers')
@Controller()
export class AnswersController {
  constructor(
    private readonly lookups: Lookups,
    private readonly standings: Standings,
  ) {}

  @Get('answers')
  async feed(
    @CallerOf() caller: Caller,
    @Query('after') cursor?: string,
    @Query('limit') limit?: string,
  ): Promise<AnswerPage> {
    const after = cursor ? positionsOf(cursor, BUCKETS) : ALL_BUCKETS.map(() => 0);
    if (!after) throw new Problem(400, 'cursor-unknown', '`after` is not a cursor that this feed has given.');
    const most = limitOf(limit);
    const read = page(await this.afterEach(caller, after, most), after, most);
    return { answers: read.answers, next: cursorOf(read.after) };
  }

  @Get('declarations/:id/answers')
  async ofDeclaration(@CallerOf() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<object> {
    const answers = await this.lookups.as(caller, (manager) =>
      manager.query<AnswerRow[]>(
        `select ${COLUMNS} from gateway.answer where declaration_id = $1 order by position limit ${PAGE_MAX}`,
        [id],
      ),
    );
    const isKnown = answers.length > 0 || (await this.standings.shownTo(caller, id));
    if (!isKnown) throw Problem.notFound('declaration');
    return { answers };
  }

  private async afterEach(
    caller: Caller,
    after: FeedPositions,
    limit: number,
  ): Promise<readonly AnswerRow[][]> {
    const rows = await this.lookups.as(caller, (manager) =>
      manager.query<AnswerRow[]>(
        `select answer.* from unnest($1::bigint[]) with ordinality as cursor(after, number),
         lateral (select ${COLUMNS} from gateway.answer
                  where party = $2 and bucket = cursor.number - 1 and position > cursor.after
                  order by position limit $3) as answer`,
        [after, caller.party, limit],
      ),
    );
    return ALL_BUCKETS.map((bucket) => rows.filter((row) => row.bucket === bucket));
  }
}

function limitOf(text: string | undefined): number {
  const limit = Number(text ?? PAGE_MAX);
  if (!Number.isInteger(limit) || limit < 1 || limit > PAGE_MAX) {
    throw new Problem(400, 'limit-unknown', `\`limit\` is a whole number from 1 to ${PAGE_MAX}.`);
  }
  return limit;
}
