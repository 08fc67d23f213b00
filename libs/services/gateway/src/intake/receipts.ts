import { Injectable } from '@nestjs/common';
import { sleep } from '@tonggwan/messaging';
import { isAtRest, type Lodgement } from '../domain/lodgement';
import { linksOf } from './links';
import { Standings } from './standings';
import type { Verdict } from './intake';
import type { Message } from './message';

const WAIT_SECONDS_MAX = 30;
const LOOK_MS = 20;

/** The answer to a lodging. */
@Injectable()
export class Receipts {
  constructor(private readonly standings: Standings) {}

  /** `Prefer: wait=5` (RFC 7240): seconds to wait for the end of what can happen without people. */
  waitAskedFor(prefer: string): number {
    const [, seconds] = /(?:^|[,;\s])wait=(\d{1,3})(?:$|[,;\s])/.exec(prefer) ?? [];
    return Math.min(Number(seconds ?? 0), WAIT_SECONDS_MAX);
  }

  async receipt(
    { lrn, unknownFields }: Message,
    { declarationId, ...verdict }: Exclude<Verdict, { kind: 'other-content' }>,
    waitSeconds: number,
  ): Promise<Readonly<Record<string, unknown>>> {
    const settled = waitSeconds > 0 ? await this.rest(declarationId, waitSeconds) : undefined;
    return {
      id: declarationId,
      lrn,
      status: settled?.status ?? verdict.status,
      ...(settled?.mrn ? { mrn: settled.mrn } : {}),
      ...(unknownFields.length > 0 ? { unknownFields } : {}),
      links: linksOf(declarationId),
    };
  }

  private async rest(declarationId: string, seconds: number): Promise<Lodgement | undefined> {
    const until = performance.now() + seconds * 1_000;
    for (;;) {
      const lodgement = await this.standings.of(declarationId);
      if (performance.now() >= until || (lodgement && isAtRest(lodgement))) return lodgement;
      await sleep(LOOK_MS);
    }
  }
}
