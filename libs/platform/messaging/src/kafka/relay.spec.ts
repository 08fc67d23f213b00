import { bucketOf } from '../bucket';
import { declared } from '../conformance/office';
import { upTo } from '../conformance/chance';
import { eventually, SETTINGS } from '../conformance/listening';
import { MEMORY } from '../conformance/memory-platform';
import type { System } from '../conformance/system';
import type { CarriedRecord, Carrier } from './carrier';
import { Marks } from './marks';
import { Post } from './post';
import { Relay } from './relay';

const BUCKET = bucketOf('KR-1');

/** Keeps what it is sent; `trouble` decides whether an answer gets lost before or after that. */
function fakeCarrier(trouble: () => 'before' | 'after' | undefined = () => undefined): {
  readonly carrier: Carrier;
  readonly numbers: () => number[];
} {
  const kept: CarriedRecord[] = [];
  const carrier: Carrier = {
    ensureTopics: () => Promise.resolve(),
    produce: (_topic, parcels) => {
      const lost = trouble();
      if (lost !== 'before') kept.push(...parcels.flatMap(({ records }) => records));
      return lost ? Promise.reject(new Error('no answer')) : Promise.resolve();
    },
    consume: () => ({ follow: () => undefined, close: () => Promise.resolve() }),
    topics: () => Promise.resolve([]),
    lastRecords: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
  return {
    carrier,
    numbers: () => kept.map(({ value }) => (JSON.parse(value) as { number: number }).number),
  };
}

const publish = ({ stores }: System, ...numbers: number[]): Promise<void> =>
  stores.declarations.transact((transaction) =>
    transaction.append(numbers.map((number) => declared('KR-1', number))),
  );

function relayOf({ stores, history }: System, carrier: Carrier): Relay {
  const post = new Post('declarations.1', carrier);
  const parts = { store: stores.declarations, history, carrier, settings: SETTINGS };
  const marks = new Marks(stores.declarations);
  return new Relay(BUCKET, { ...parts, marks, postTo: () => post, headOf: () => Infinity });
}

describe('a relay', () => {
  it('carries what is beyond the mark, in order, and moves the mark behind it', async () => {
    const system = await MEMORY.start();
    const { carrier, numbers } = fakeCarrier();
    await publish(system, ...upTo(1_200));
    const relay = relayOf(system, carrier);
    await eventually(() => expect(numbers()).toEqual(upTo(1_200)));
    await relay.close();
    expect(await system.stores.declarations.mark(BUCKET)).toEqual({ epoch: 1, position: 1_200 });
  });

  it('sends again what an answer got lost for, though more has come in the meantime', async () => {
    const system = await MEMORY.start();
    await publish(system, 1, 2, 3);
    let isFirst = true;
    const { carrier, numbers } = fakeCarrier(() => {
      if (!isFirst) return undefined;
      isFirst = false;
      void publish(system, 4);
      return 'after';
    });
    const relay = relayOf(system, carrier);
    await eventually(() => {
      relay.news.ring();
      expect(numbers()).toEqual([1, 2, 3, 1, 2, 3, 4]);
    });
    await relay.close();
  });

  it('does not move the mark over what was not taken', async () => {
    const system = await MEMORY.start();
    await publish(system, 1, 2);
    let troubles = 3;
    const { carrier, numbers } = fakeCarrier(() => (troubles-- > 0 ? 'before' : undefined));
    const relay = relayOf(system, carrier);
    await eventually(() => expect(numbers()).toEqual([1, 2]));
    await relay.close();
  });

  it('beside another one on its bucket leaves nothing out', async () => {
    const system = await MEMORY.start();
    const { carrier, numbers } = fakeCarrier();
    const relays = [relayOf(system, carrier), relayOf(system, carrier)];
    for (const number of upTo(50)) {
      await publish(system, number);
      relays.forEach(({ news }) => news.ring());
      await new Promise((resolve) => setImmediate(resolve));
    }
    await eventually(() => expect(new Set(numbers())).toEqual(new Set(upTo(50))));
    await Promise.all(relays.map((relay) => relay.close()));
    const firsts = upTo(50).map((number) => numbers().indexOf(number));
    expect(firsts).toEqual([...firsts].sort((one, other) => one - other));
  });

  it('reads its mark again when the answer to moving it got lost', async () => {
    const system = await MEMORY.start();
    const { carrier, numbers } = fakeCarrier();
    await publish(system, 1, 2);
    const { declarations } = system.stores;
    const moveMarks = declarations.moveMarks.bind(declarations);
    const cut = jest.spyOn(declarations, 'moveMarks').mockImplementationOnce(async (...change) => {
      await moveMarks(...change);
      throw new Error('Connection terminated');
    });
    const relay = relayOf(system, carrier);
    await eventually(() => expect(cut).toHaveBeenCalled());
    await publish(system, 3);
    await eventually(() => {
      relay.news.ring();
      expect(numbers()).toEqual([1, 2, 3]);
    });
    await relay.close();
  });
});
