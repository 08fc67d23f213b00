import type { Pool } from 'pg';
import type { Bell } from '../engine/bell';
import type { Heads } from '../engine/heads';
import type { BucketWork } from '../engine/bucket-share';

/** The channel of a database on which its processes tell each other of appends. */
export const KNOCKS = 'tonggwan_appended';

/** Whoever has heard a knock still looks several times a second after so long: another would tell him little sooner. */
const SILENCE_MS = 500;

/** Tells the other processes of a database that a service has appended after a silence, so that idle ones need hardly look. */
export class Knock {
  private lastAt = -Infinity;

  constructor(
    private readonly pool: Pool,
    private readonly bell: Bell,
    private readonly service: string,
  ) {}

  /** After the commit of an append. A knock that gets lost costs the reader the time until his next look, nothing else. */
  give(): void {
    const now = performance.now();
    const wasSilent = now - this.lastAt >= SILENCE_MS;
    this.lastAt = now;
    if (!wasSilent) return;
    const values = [KNOCKS, `${this.bell.id} ${this.service}`];
    this.pool.query({ name: 'knock', text: 'select pg_notify($1, $2)', values }).catch(() => undefined);
  }
}

/** Has heads look when another process knocks. This one's own bell has told them of more. */
export function newsOf(heads: Heads, bell: Bell): Required<Pick<BucketWork, 'onKnock' | 'onListening'>> {
  return {
    onKnock: (knock) => {
      const [id, service = ''] = knock.split(' ');
      if (id !== bell.id) heads.expect(service);
    },
    onListening: () => heads.lookAgain(),
  };
}
