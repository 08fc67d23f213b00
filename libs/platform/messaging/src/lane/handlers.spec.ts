import type { Received } from '../event';
import { groupsOf } from './handlers';

const received = (type: string, declarationId: string): Received => {
  const place = { source: 'declarations', epoch: 1, bucket: 0, position: 1 };
  return { ...place, type, declarationId, data: {}, at: '2026-01-01T00:00:00Z' };
};

const grouped = (...events: [type: string, declarationId: string][]): string[] =>
  groupsOf(events.map(([type, id]) => received(type, id))).map(
    ({ type, events: group }) => `${type}: ${group.map(({ declarationId }) => declarationId).join(' ')}`,
  );

describe('events of a batch are grouped by type', () => {
  it('across declarations', () =>
    expect(grouped(['Accepted', 'A'], ['Paid', 'B'], ['Accepted', 'C'])).toEqual([
      'Accepted: A C',
      'Paid: B',
    ]));

  it('unless that would change the order for one declaration', () =>
    expect(grouped(['Accepted', 'A'], ['Paid', 'A'], ['Accepted', 'A'])).toEqual([
      'Accepted: A',
      'Paid: A',
      'Accepted: A',
    ]));

  it('where one joins a later group of its type rather than begin another', () =>
    expect(
      grouped(['Accepted', 'A'], ['Paid', 'A'], ['Accepted', 'A'], ['Paid', 'B'], ['Accepted', 'A']),
    ).toEqual(['Accepted: A', 'Paid: A B', 'Accepted: A A']));
});
