import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeclarationEvent } from '@tonggwan/contracts';
import { answerBody, ANSWERS, digestOf } from './answer-of';

const SAMPLES = join(__dirname, '../../../../contracts/samples');
const toldOf = (type: string) => {
  const data = JSON.parse(readFileSync(join(SAMPLES, `${type}.1.json`), 'utf8')) as DeclarationEvent;
  return answerBody(ANSWERS[type]!, data);
};

describe('the answer to a party', () => {
  it('has the sums of an assessment and a link to its lines, as of that version', () => {
    const amount = { amount: '7620.86', currency: 'GBP' };
    expect(toldOf('TaxAssessed')).toEqual({
      ...{ stage: 'final', assessedAt: '2026-03-02T08:14:03.022Z', assessed: amount, payable: amount },
      totals: [
        { tax: 'A00', amount: '0.00' },
        { tax: 'B00', amount: '7620.86' },
      ],
      links: {
        assessment: '/declarations/01980c5e-4a10-7c3e-9f21-5d0e6b7a8c90/assessment?version=1',
      },
    });
  });

  it('is the same though it was decided again at another instant, and another when its version or content is', () => {
    const secured = (change: object = {}): string | undefined => {
      const data = { version: 1, how: 'account', securedAt: '2026-03-02T09:00:00Z', ...change };
      return digestOf(ANSWERS['DutySecured']!, data as unknown as DeclarationEvent);
    };
    expect(secured({ securedAt: '2026-03-02T09:05:00Z' })).toBe(secured());
    expect(secured({ version: 2 })).not.toBe(secured());
    expect(secured({ how: 'guarantee' })).not.toBe(secured());
  });

  it('may be the same again where it was asked for again', () => {
    const refusal = { version: 1, reason: 'too late' } as unknown as DeclarationEvent;
    expect(digestOf(ANSWERS['RequestRefused']!, refusal)).toBeUndefined();
  });

  it('links nowhere where it is all that there is to say', () => {
    expect(Object.keys(toldOf('GoodsReleased')).sort()).toEqual(['mrn', 'releasedAt']);
  });
});
