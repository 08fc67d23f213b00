import { Bell, type StoredEvent } from '@tonggwan/messaging';
import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import type { Vitals } from '../front/vitals';
import { passRingsOn, ringAlong } from './rings';
import { answerFor, vitalsBehind } from './vitals-line';

const event: StoredEvent = {
  ...{ source: 'gateway', epoch: 1, bucket: 3, position: 7 },
  ...{ key: 'd1', type: 'LodgementReceived', data: '{"declarationId":"d1"}', headers: {} },
  at: '2026-11-30T09:00:00.000Z',
};

describe('between the thread of the doors and that of the lanes', () => {
  let channel: MessageChannel;
  beforeEach(() => (channel = new MessageChannel()));
  afterEach(() => channel.port1.close());

  describe('a ring', () => {
    let doors: Bell;
    let lanes: Bell;
    let heard: unknown[];
    beforeEach(() => {
      doors = new Bell();
      lanes = new Bell(doors.id);
      lanes.recent.enlist({ sources: ['gateway'], positionIn: () => 0 });
      heard = [];
      lanes.add((appended) => heard.push(appended));
      passRingsOn(doors, channel.port1);
      ringAlong(lanes, channel.port2);
    });

    it('is heard by the lanes, with what was appended', async () => {
      doors.ring([event]);
      await once(channel.port2, 'message');
      expect(heard).toEqual([[event]]);
      expect(lanes.recent.after('gateway', 3, 6, 10)).toEqual([event]);
    });

    it('is heard when nobody knows whether anything was appended', async () => {
      doors.ring();
      await once(channel.port2, 'message');
      expect(heard).toEqual([undefined]);
    });

    it('of the lanes does not come back to the doors', async () => {
      const back = jest.fn();
      doors.add(back);
      lanes.ring([event]);
      await new Promise(setImmediate);
      expect(back).not.toHaveBeenCalled();
    });
  });

  describe('a question how services are', () => {
    const told: Vitals = {
      faults: () => Promise.resolve({ release: 'a lane has stopped' }),
      absences: () => Promise.reject(new Error('no database')),
      metrics: () => new Promise(() => undefined),
    };
    beforeEach(() => answerFor(told, channel.port2));

    it('is answered', async () => {
      expect(await vitalsBehind(channel.port1).faults()).toEqual({ release: 'a lane has stopped' });
    });

    it('fails where the thread cannot tell', async () => {
      await expect(vitalsBehind(channel.port1).absences()).rejects.toThrow('Error: no database');
    });

    it('fails where the thread stands still', async () => {
      jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
      const answer = expect(vitalsBehind(channel.port1).metrics()).rejects.toThrow('the thread of the lanes');
      await jest.advanceTimersByTimeAsync(5_000);
      await answer;
      jest.useRealTimers();
    });
  });
});
