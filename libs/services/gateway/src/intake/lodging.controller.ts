import { Controller, Headers, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type Caller, CallerOf, Problem, RANDOM, Roles, wallClock } from '@tonggwan/service-host';
import { type Random, uuidV7 } from '@tonggwan/kernel';
import { Receipts } from './receipts';
import { Intake, type Verdict } from './intake';
import type { Message, RawMessage } from './message';
import { messageOf, type Rights } from './message-of';
import { type ReadMessage, readMessage, shapeProblem } from './read-message';

interface Request {
  readonly body?: Buffer;
}

interface Reply {
  status(code: number): void;
}

/** What an item of an array gets where the whole request would get a status of its own. */
type ItemAnswer = Readonly<Record<string, unknown>>;

@ApiTags('declarations')
@Controller('declarations')
export class LodgingController {
  constructor(
    private readonly intake: Intake,
    private readonly receipts: Receipts,
    @Inject(RANDOM) private readonly random: Random,
  ) {}

  /** One declaration, or an array of up to 100, each with a verdict of its own. */
  @Post()
  @HttpCode(202)
  @Roles('broker', 'trader', 'replay')
  @ApiConsumes('application/json', 'application/xml')
  @ApiBody({
    description: 'A declaration in the canonical form, an array of up to 100 of them, or a WCO DEC message.',
  })
  async lodge(
    @Req() request: Request,
    @CallerOf() caller: Caller,
    @Headers('content-type') mediaType = '',
    @Headers('prefer') prefer = '',
    @Query('historical') historical = 'false',
    @Query('goods-present') goodsPresent = 'false',
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ItemAnswer | readonly ItemAnswer[]> {
    this.intake.assertRoom();
    const rights = rightsOf(caller, historical === 'true', goodsPresent === 'true');
    const body = request.body ?? Buffer.alloc(0);
    const raw = this.rawMessage(caller, mediaType, body);
    const read = await this.read(raw, mediaType, body);
    const waitSeconds = this.receipts.waitAskedFor(prefer);
    if (!read.isArray) return this.lodgeOne(read, caller, rights, raw, waitSeconds, reply);
    const messages = this.messagesOf(read, caller, rights);
    const readable = messages.filter((message): message is Message => !(message instanceof Problem));
    const kept = { ...raw, declaration_ids: readable.map(({ declarationId }) => declarationId) };
    if (readable.length === 0) await this.intake.keep(kept);
    // The first of them takes the whole message with it into its commit.
    const withRaw = (message: Message): Message =>
      message === readable[0] ? { ...message, raw: kept } : message;
    return Promise.all(
      messages.map(async (message) =>
        message instanceof Problem ? answerOf(message) : this.answerItem(withRaw(message), waitSeconds),
      ),
    );
  }

  private async lodgeOne(
    read: ReadMessage,
    caller: Caller,
    rights: Rights,
    raw: RawMessage,
    waitSeconds: number,
    reply: Reply,
  ): Promise<ItemAnswer> {
    const [message] = this.messagesOf(read, caller, rights);
    if (message instanceof Problem) {
      await this.intake.keep({ ...raw, fault: message.message });
      throw message;
    }
    const kept = { ...raw, declaration_ids: [message!.declarationId] };
    const verdict = await this.intake.take({ ...message!, raw: kept });
    if (verdict.kind === 'other-content') throw otherContent(message!, verdict);
    const answer = await this.receipts.receipt(message!, verdict, waitSeconds);
    reply.status(202);
    return answer;
  }

  private async answerItem(message: Message, waitSeconds: number): Promise<ItemAnswer> {
    const verdict = await this.intake.take(message);
    if (verdict.kind === 'other-content') return answerOf(otherContent(message, verdict));
    return this.receipts.receipt(message, verdict, waitSeconds);
  }

  /** Reads the body; what cannot be read is kept all the same before its sender hears of it. */
  private async read(raw: RawMessage, mediaType: string, body: Buffer): Promise<ReadMessage> {
    try {
      return readMessage(mediaType, body);
    } catch (error) {
      await this.intake.keep({ ...raw, fault: error instanceof Error ? error.message : String(error) });
      throw error;
    }
  }

  private messagesOf({ readings, form }: ReadMessage, caller: Caller, rights: Rights): (Message | Problem)[] {
    return readings.map(
      (reading) => shapeProblem(reading) ?? messageOf(reading, form, caller, rights, this.newId()),
    );
  }

  private rawMessage({ party, subject }: Caller, media_type: string, body: Buffer): RawMessage {
    const received_at = wallClock.now().toISOString();
    const about = { id: this.newId(), party, subject, received_at, media_type };
    return { ...about, body, fault: null, declaration_ids: [] };
  }

  private newId(): string {
    return uuidV7(wallClock.now(), this.random);
  }
}

/** Only a replay of the past may put the declared date on the tax point or vouch for the goods. */
function rightsOf({ roles }: Caller, historical: boolean, goodsPresent: boolean): Rights {
  if ((historical || goodsPresent) && !roles.includes('replay')) {
    throw new Problem(403, 'role-missing', '`historical` and `goods-present` are for the role replay.');
  }
  return { historical, goodsPresent };
}

function answerOf(problem: Problem): ItemAnswer {
  return problem.getResponse() as ItemAnswer;
}

function otherContent({ lrn }: Message, { declarationId }: Verdict): Problem {
  return new Problem(
    409,
    'reference-used',
    `The reference ${lrn} stands for another declaration: ${declarationId}.`,
  );
}
