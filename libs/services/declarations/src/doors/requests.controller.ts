import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Text } from '@tonggwan/contracts/fields';
import type { Clock } from '@tonggwan/kernel';
import {
  type Caller,
  CallerOf,
  checkedBody,
  CLOCK,
  Commands,
  isStaff,
  malformed,
  Problem,
  Roles,
} from '@tonggwan/service-host';
import { DECLARATIONS } from '../database/tables';
import { declaration } from '../domain/declaration';
import { DeclarationRows } from './declaration-rows';

class CancellationBody {
  @Text() reason!: string;
}

type Outcome =
  | { readonly id: string; readonly outcome: 'cancelled' }
  | { readonly id: string; readonly outcome: 'refused'; readonly reason: string; readonly text?: string };

const REASON_CHARACTERS_MAX = 500;

/** Cancellation and amendment are requests: customs decides, or a rule. */
@ApiTags('declarations')
@Controller('declarations')
export class RequestsController {
  constructor(
    private readonly rows: DeclarationRows,
    private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Decided by rules at once; a refusal is an outcome like the other. */
  @Post(':id/cancellation')
  @HttpCode(202)
  @Roles('broker', 'trader', 'officer', 'supervisor', 'administrator')
  async cancel(@CallerOf() caller: Caller, @Param('id') id: string, @Body() body: unknown): Promise<Outcome> {
    const { reason } = checkedBody(CancellationBody, body);
    if (reason.length > REASON_CHARACTERS_MAX) {
      const detail = `must have at most ${REASON_CHARACTERS_MAX} characters`;
      throw malformed([{ pointer: '/reason', detail }]);
    }
    if (!(await this.rows.awaited(caller, id))) throw Problem.notFound('declaration');
    return this.commands.run(async (batch) => {
      await batch.load(DECLARATIONS, [id]);
      const state = batch.state(DECLARATIONS, id);
      if (!state || !mayAsk(caller, state.party)) throw Problem.notFound('declaration');
      const subject = { declarationId: id, version: state.version, party: state.party };
      const command = { type: 'Cancel', subject, reason, at: this.clock.now().toISOString() } as const;
      const [event] = batch.decide(DECLARATIONS, id, declaration, command);
      if (event?.type !== 'RequestRefused') return { id, outcome: 'cancelled' };
      return { id, outcome: 'refused', reason: event.data.reason, text: event.data.text };
    });
  }

  @Post(':id/amendment')
  async amend(@CallerOf() caller: Caller, @Param('id') id: string): Promise<never> {
    if (!(await this.rows.awaited(caller, id))) throw Problem.notFound('declaration');
    throw new Problem(409, 'amendment-not-open', 'Amendment is not yet open.');
  }
}

function mayAsk(caller: Caller, party: string): boolean {
  return caller.party === party || isStaff(caller);
}
