import type { TaxAssessed } from '@tonggwan/contracts';
import { faultsOf } from '@tonggwan/contracts';
import type { StoredEvent } from '@tonggwan/messaging';
import { type House, openHouse } from '../simulate/run/house';
import type { ListeningService } from '../simulate/world/service';
import { hear } from './hearing.fixture';
import { recordings } from './recordings.fixture';

const HEARING_MS_MAX = 60_000;

/**
 * What follows from what a service hears alone: with the same recording it says the same again. The rest somebody asks
 * for at its doors (a decision, a payment, an account), and no recording has that.
 */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  declarations: ['DeclarationRegistered', 'DeclarationAccepted', 'DeclarationRejected'],
  'risk-screening': ['RiskAssessed'],
  'tax-assessment': ['TaxAssessed', 'AssessmentHeld'],
  release: ['GoodsReleased', 'ReleaseWithdrawn'],
  casework: ['CaseOpened'],
  gateway: [],
  payments: [],
  'time-release': [],
};

let house: House;

beforeAll(async () => {
  house = await openHouse();
}, HEARING_MS_MAX);

describe.each(recordings())('what version $version wrote', ({ events, checksum, released }) => {
  it('is as it was when that version was released', () => {
    expect(checksum).toBe(released);
  });

  it('is what the contracts of today allow', () => {
    const faults = events.flatMap(({ type, data }) => faultsOf(type, JSON.parse(data)));
    expect(faults).toEqual([]);
  });

  it.each(Object.keys(FOLLOWS))(
    'is taken by %s, which says of it what was said then',
    async (name) => {
      const service = serviceOf(name);
      const { said, dead, fault } = await hear(service, events, ({ at }) => {
        house.clock.course = () => new Date(at);
      });
      expect(dead).toEqual([]);
      expect(fault).toBeUndefined();
      const own = events.filter(({ source }) => source === name);
      expect(summaryOf(name, said)).toEqual(summaryOf(name, own));
    },
    HEARING_MS_MAX,
  );
});

function serviceOf(name: string): ListeningService {
  const service = house.services.find((each) => each.name === name);
  if (!service) throw new Error(`there is no service ${name}`);
  return service;
}

/** Sorted: between declarations there is no order. */
function summaryOf(name: string, events: readonly StoredEvent[]): readonly string[] {
  const follows = events.filter(({ type }) => FOLLOWS[name]!.includes(type));
  return follows.map(({ key, type, data }) => `${key} ${type}${amountOf(type, data)}`).sort(compare);
}

/** The same goods with the same date of rates are taxed alike for ever. */
function amountOf(type: string, data: string): string {
  if (type !== 'TaxAssessed') return '';
  const { version, stage, payable } = JSON.parse(data) as TaxAssessed;
  return ` ${version} ${stage} ${payable.amount} ${payable.currency}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : 1;
}
