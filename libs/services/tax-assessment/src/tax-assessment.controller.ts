import { Controller, Get, Param, Query } from '@nestjs/common';
import type { AssessmentHeld } from '@tonggwan/contracts';
import { type Caller, CallerOf, Lookups, Problem } from '@tonggwan/service-host';
import type { Outcome } from './domain/assess';
import type { VersionAssessment } from './domain/assessment';
import { type AssessmentInFull, inFull } from './domain/in-full';

const VERSION = /^[1-9]\d{0,8}$/;

interface Row {
  readonly assessed: VersionAssessment;
}

/** Each amount with base, rate, rule, rounding and source; or why they are not worked out yet. */
type AssessmentView =
  | ({ readonly status: 'assessed' } & AssessmentInFull)
  | ({ readonly status: 'held' } & AssessmentHeld);

@Controller('declarations')
export class TaxAssessmentController {
  constructor(private readonly lookups: Lookups) {}

  @Get(':id/assessment')
  async assessmentOf(
    @CallerOf() caller: Caller,
    @Param('id') id: string,
    @Query('version') version?: string,
  ): Promise<AssessmentView> {
    if (version !== undefined && !VERSION.test(version)) {
      const errors = [{ pointer: 'version', detail: 'must be a whole number from 1' }];
      throw new Problem(400, 'malformed', 'The version is not one.', { errors });
    }
    const outcome = await this.outcomeOf(caller, id, version);
    if (!outcome) throw Problem.notFound('assessment');
    return outcome.type === 'TaxAssessed'
      ? { status: 'assessed', ...inFull(outcome.data) }
      : { status: 'held', ...outcome.data };
  }

  /** The latest outcome of that version, or of the latest one that has one. */
  private async outcomeOf(caller: Caller, id: string, version?: string): Promise<Outcome | undefined> {
    const rows = await this.lookups.as(caller, (manager) =>
      manager.query<Row[]>(
        `select v.value as assessed from tax_assessment.assessment, jsonb_each(state -> 'versions') v
         where id = $1 and v.value ? 'outcome' and ($2::text is null or v.key = $2)
         order by v.key::int desc limit 1`,
        [id, version ?? null],
      ),
    );
    return rows[0]?.assessed.outcome;
  }
}
