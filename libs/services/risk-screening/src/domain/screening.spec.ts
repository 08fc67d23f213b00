import type { Channel } from '@tonggwan/contracts';
import fc from 'fast-check';
import { isGraver, type Verdict } from './channel';
import { screening, type ScreeningState } from './screening';
import { declarationOf, watches } from './watched-goods.fixture';

interface Step {
  readonly version: number;
  readonly channel: Channel;
  readonly hasRoom?: boolean;
}

/** Channels and reasons as they were published, and how many inspections were taken. */
function after(...steps: Step[]) {
  let state: ScreeningState = screening.initial;
  const channels: string[] = [];
  const reasons: string[][] = [];
  let inspections = 0;
  for (const { version, channel, hasRoom = true } of steps) {
    const verdict: Verdict = { channel, reasons: [{ code: 'p', text: 'profile p' }], random: false };
    const declaration = declarationOf([watches()], { version });
    const at = '2026-11-23T01:00:01Z';
    const events = screening.decide({ type: 'Screen', declaration, verdict, hasRoom, at }, state);
    for (const event of events) {
      if (event.type === 'InspectionTaken') {
        inspections += 1;
        continue;
      }
      channels.push(event.data.channel);
      reasons.push(event.data.reasons.map(({ code }) => code));
    }
    state = events.reduce(screening.evolve, state);
  }
  return { channels, reasons, inspections };
}

describe('the screening of a declaration', () => {
  it('says the channel with its reasons, and takes an inspection for red', () => {
    const red = { channels: ['red'], reasons: [['p']], inspections: 1 };
    expect(after({ version: 1, channel: 'red' })).toEqual(red);
    expect(after({ version: 1, channel: 'yellow' }).inspections).toBe(0);
  });

  it('makes yellow of red where no inspection is left, and says why', () => {
    expect(after({ version: 1, channel: 'red', hasRoom: false })).toEqual({
      channels: ['yellow'],
      reasons: [['p', 'capacity-used-up']],
      inspections: 0,
    });
  });

  it('is not changed by a repeat', () => {
    const step: Step = { version: 1, channel: 'red' };
    expect(after(step, step, { version: 1, channel: 'green' })).toEqual(after(step));
  });

  it('keeps the channel for a later version that deserves a milder one, and says why', () => {
    const { channels, reasons } = after({ version: 1, channel: 'yellow' }, { version: 2, channel: 'green' });
    expect(channels).toEqual(['yellow', 'yellow']);
    expect(reasons[1]).toEqual(['p', 'earlier-version']);
  });

  it('keeps one inspection for all versions, even when the office has none left', () => {
    const later: Step = { version: 2, channel: 'red', hasRoom: false };
    expect(after({ version: 1, channel: 'red' }, later)).toMatchObject({
      ...{ channels: ['red', 'red'], inspections: 1 },
    });
  });

  it('may become red later, where an inspection is free by then', () => {
    const steps: Step[] = [
      { version: 1, channel: 'red', hasRoom: false },
      { version: 2, channel: 'red' },
    ];
    expect(after(...steps)).toMatchObject({ channels: ['yellow', 'red'], inspections: 1 });
  });

  it('never falls from version to version, whatever comes', () => {
    const channel = fc.constantFrom<Channel>('green', 'yellow', 'red', 'blue');
    const verdicts = fc.array(fc.record({ channel, hasRoom: fc.boolean() }), { maxLength: 8 });
    fc.assert(
      fc.property(verdicts, (given) => {
        const { channels, inspections } = after(
          ...given.map((verdict, index) => ({ ...verdict, version: index + 1 })),
        );
        channels.slice(1).forEach((later, index) => {
          expect(isGraver(channels[index] as Channel, later as Channel)).toBe(false);
        });
        expect(inspections).toBe(channels.includes('red') ? 1 : 0);
      }),
    );
  });
});
