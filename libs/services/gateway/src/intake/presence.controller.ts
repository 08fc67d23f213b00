import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { validatorOf } from '@tonggwan/contracts';
import type { Clock } from '@tonggwan/kernel';
import { CLOCK, type Fault, Problem, Roles } from '@tonggwan/service-host';
import { Notice } from './notice';
import { Presence, type Sighting } from './presence';
import { Standings } from './standings';

const faultsOf = validatorOf(Notice);

interface Noted {
  readonly at: string;
  /** The declarations that are known to be concerned so far. */
  readonly declarations: readonly string[];
}

/** What carriers and terminals say of goods. */
@ApiTags('goods')
@Controller()
export class PresenceController {
  constructor(
    private readonly presence: Presence,
    private readonly standings: Standings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('arrivals')
  @HttpCode(202)
  @Roles('terminal')
  arrival(@Body() body: Buffer): Promise<Noted> {
    return this.note('arrival', body);
  }

  @Post('removals')
  @HttpCode(202)
  @Roles('terminal')
  removal(@Body() body: Buffer): Promise<Noted> {
    return this.note('removal', body);
  }

  private async note(movement: Sighting['movement'], body: Buffer): Promise<Noted> {
    const notice = noticeIn(body);
    const at = notice.at ?? this.clock.now().toISOString();
    const { transportDocument } = notice;
    if (transportDocument) {
      return { at, declarations: await this.presence.note({ movement, at, transportDocument }) };
    }
    const declarationId = notice.declarationId ?? (await this.standings.idByMrn(notice.mrn ?? ''));
    const declarations = declarationId ? await this.presence.note({ movement, at, declarationId }) : [];
    if (declarations.length === 0) throw Problem.notFound('declaration');
    return { at, declarations };
  }
}

function noticeIn(body: Buffer): Notice {
  const value = parsed(body);
  const errors = faultsOf(value).map(({ pointer, message }): Fault => ({ pointer, detail: message }));
  if (errors.length > 0) throw new Problem(400, 'malformed', 'This is no notice of goods.', { errors });
  const notice = value as Notice;
  if (!notice.transportDocument && !notice.declarationId && !notice.mrn) {
    const detail = 'Name the goods by `transportDocument`, `declarationId` or `mrn`.';
    throw new Problem(400, 'malformed', detail, {
      errors: [{ pointer: '/transportDocument', detail: 'is missing' }],
    });
  }
  return notice;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new Problem(400, 'malformed', `The body is no JSON: ${String(error)}`);
  }
}
