import type { Caller } from '@tonggwan/service-host';
import { AskedTogether } from './asked-together';

const BROKER: Caller = { subject: 'broker', party: 'BROKER', roles: ['broker'] };
const OTHER: Caller = { ...BROKER, party: 'OTHER' };

/** Rows KR-1 to KR-9 exist; each look-up ends when it is let go. */
function lookups(): {
  readonly together: AskedTogether<{ readonly id: string }>;
  readonly asked: string[];
  letGo(): Promise<void>;
} {
  const asked: string[] = [];
  const gates: (() => void)[] = [];
  const together = new AskedTogether(async ({ party }: Caller, ids: readonly string[]) => {
    asked.push(`${party}: ${ids.join(' ')}`);
    await new Promise<void>((resolve) => gates.push(resolve));
    if (ids.includes('KR-BROKEN')) throw new Error('no answer');
    return ids.filter((id) => /^KR-\d$/.test(id)).map((id) => ({ id }));
  });
  const letGo = async (): Promise<void> => {
    gates.splice(0).forEach((open) => open());
    await new Promise(setImmediate);
  };
  return { together, asked, letGo };
}

describe('look-ups', () => {
  it('of one caller go together while one of his is under way, and each is asked for once', async () => {
    const { together, asked, letGo } = lookups();
    const answers = ['KR-1', 'KR-2', 'KR-3', 'KR-2'].map((id) => together.find(BROKER, id));
    await letGo();
    await letGo();
    expect(await Promise.all(answers)).toEqual(['KR-1', 'KR-2', 'KR-3', 'KR-2'].map((id) => ({ id })));
    expect(asked).toEqual(['BROKER: KR-1', 'BROKER: KR-2 KR-3']);
  });

  it('of several callers never go together', async () => {
    const { together, asked, letGo } = lookups();
    const answers = [
      together.find(BROKER, 'KR-1'),
      together.find(OTHER, 'KR-1'),
      together.find(OTHER, 'KR-2'),
    ];
    await letGo();
    await letGo();
    await Promise.all(answers);
    expect(asked).toEqual(['BROKER: KR-1', 'OTHER: KR-1', 'OTHER: KR-2']);
  });

  it('find nothing where there is nothing', async () => {
    const { together, letGo } = lookups();
    const answer = together.find(BROKER, 'nowhere');
    await letGo();
    expect(await answer).toBeUndefined();
  });

  it('fail with those that went along, and the next ones are asked for as ever', async () => {
    const { together, letGo } = lookups();
    const broken = together.find(BROKER, 'KR-BROKEN').catch(String);
    await letGo();
    expect(await broken).toBe('Error: no answer');
    const next = together.find(BROKER, 'KR-1');
    await letGo();
    expect(await next).toEqual({ id: 'KR-1' });
  });
});
