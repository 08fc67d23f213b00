import {
  after,
  assessed,
  live,
  lodge,
  note,
  released,
  removed,
  screened,
  secured,
  settled,
} from './specimen';
import { timelineOf } from './timeline';

describe('the timeline', () => {
  const { facts } = live(
    removed,
    settled,
    released,
    secured,
    assessed(),
    screened('blue'),
    note({ auditOpened: { at: after(8) } }),
    note({ 'document:1/N935': { at: after(3), document: 'N935' } }),
    lodge(),
  ).state;

  it('says what happened when and who had to act, in the order of time', () => {
    const timeline = timelineOf(facts, true);
    expect(timeline.map(({ what, actor }) => `${what} ${actor}`)).toEqual([
      'lodged trader',
      'arrived port',
      'accepted system',
      'screened system',
      'assessed system',
      'documentAsked customs',
      'secured trader',
      'released system',
      'settled trader',
      'removed port',
      'auditOpened system',
    ]);
    expect(timeline[3]).toEqual({ at: after(2), what: 'screened', actor: 'system', text: 'blue' });
  });

  it('keeps the channel and the audit from the broker', () => {
    const shown = JSON.stringify(timelineOf(facts, false));
    expect(shown).toContain('documentAsked');
    expect(shown).not.toMatch(/screened|blue|audit/);
  });
});
