import * as fc from 'fast-check';
import { intervalsOf } from './intervals';
import type { Moment, MomentName } from './moment';
import { closingOf, startOf } from './span';

describe('the intervals of any life', () => {
  it('sum to the whole exactly, without gap or overlap, whatever happened in whatever order', () => {
    const names: MomentName[] = [
      ...([
        'arrived',
        'lodged',
        'registered',
        'accepted',
        'screened',
        'held',
        'assessed',
        'noticed',
      ] as const),
      ...(['secured', 'control-opened', 'hold-opened', 'documents-asked', 'concluded', 'lifted'] as const),
      ...(['settled', 'released', 'refused', 'removed', 'rejected', 'cancelled'] as const),
    ];
    const anyMoment = fc.record<Moment>({
      name: fc.constantFrom(...names),
      version: fc.integer({ min: 1, max: 3 }),
      at: fc.integer({ min: 0, max: 50 }).map((minute) => minute * 60_000),
      caseId: fc.constantFrom(undefined, 'one', 'other'),
      conditions: fc.constantFrom(undefined, [], ['cargo'], ['control', 'agency']),
    });
    fc.assert(
      fc.property(fc.array(anyMoment, { minLength: 1, maxLength: 30 }), fc.nat(100), (moments, minutes) => {
        const now = minutes * 60_000;
        const intervals = intervalsOf(moments, now);
        const { clearedAt, released, goneAt } = closingOf(moments);
        const until = Math.max(now, ...moments.map((told) => told.at));
        const end = released ? Math.max(clearedAt!, goneAt ?? until) : (clearedAt ?? until);
        let edge = startOf(moments)!;
        for (const { from, to, milliseconds } of intervals) {
          expect(from).toBe(edge);
          expect(to - from).toBe(milliseconds);
          expect(milliseconds).toBeGreaterThan(0);
          edge = to;
        }
        expect(edge).toBe(end);
      }),
      { numRuns: 2000 },
    );
  });
});
