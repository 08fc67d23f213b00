import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Clock } from '@tonggwan/kernel';
import { type Caller, CallerOf, checkedBody, CLOCK, Commands, Problem, Roles } from '@tonggwan/service-host';
import { cases } from '../casework.tables';
import { faultOf, handleCase, type OfficerCommand } from '../domain/handle-case';
import { WALL_CLOCK } from '../ports';
import { ClaimBody, DecisionBody } from './bodies';
import { refusal } from './case-refusals';
import { type CaseSummary, summaryOf } from './case-view';

const LEASE_MS = 30 * 60_000;

/** What officers do with a case. */
@ApiTags('casework')
@Controller('cases/:id')
@Roles('officer', 'supervisor')
export class DecisionsController {
  constructor(
    private readonly commands: Commands,
    @Inject(CLOCK) private readonly office: Clock,
    @Inject(WALL_CLOCK) private readonly wall: Clock,
  ) {}

  /** For half an hour; whoever holds it may claim it again before that is over. */
  @Post('claim')
  @HttpCode(200)
  claim(
    @CallerOf() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
  ): Promise<CaseSummary> {
    const { reason } = checkedBody(ClaimBody, body ?? {});
    const until = new Date(this.wall.now().getTime() + LEASE_MS).toISOString();
    const isSupervisor = caller.roles.includes('supervisor');
    return this.carryOut(id, { ...this.atWork(caller), type: 'Claim', until, isSupervisor, reason });
  }

  @Post('give-back')
  @HttpCode(200)
  giveBack(@CallerOf() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<CaseSummary> {
    return this.carryOut(id, { ...this.atWork(caller), type: 'GiveBack' });
  }

  @Post('decision')
  @HttpCode(200)
  decide(
    @CallerOf() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
  ): Promise<CaseSummary> {
    const decision = checkedBody(DecisionBody, body);
    return this.carryOut(id, { ...this.atWork(caller), type: 'Decide', decision });
  }

  private carryOut(id: string, command: OfficerCommand): Promise<CaseSummary> {
    return this.commands.run(async (batch) => {
      await batch.load(cases, [id]);
      const before = batch.state(cases, id);
      if (!before) throw Problem.notFound('case');
      const fault = faultOf(command, before);
      if (fault) throw refusal(fault);
      batch.decide(cases, id, handleCase, command);
      return summaryOf(batch.state(cases, id)!, undefined, command.wall);
    });
  }

  private atWork({ subject }: Caller): Pick<OfficerCommand, 'officer' | 'wall' | 'at'> {
    const [at, wall] = [this.office, this.wall].map((clock) => clock.now().toISOString());
    return { officer: subject, wall: wall!, at: at! };
  }
}
