import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instanceToPlain, plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { EVENTS, eventClass, faultsOf, isEventType } from './catalogue';
import * as events from './index';

const SAMPLES = join(__dirname, '../../samples');
const sampleOf = (type: string) =>
  JSON.parse(readFileSync(join(SAMPLES, `${type}.1.json`), 'utf8')) as Record<string, unknown>;

describe('the catalogue of events', () => {
  it('lists every event class that the contracts have', () => {
    const published = Object.values(events).filter((value) => typeof value === 'function' && 'type' in value);
    expect(new Set(published)).toEqual(new Set(EVENTS));
  });

  it('calls each event by the name of its class, once', () => {
    expect(EVENTS.map((event) => event.type)).toEqual(EVENTS.map((event) => event.name));
    expect(new Set(EVENTS.map((event) => event.type)).size).toBe(EVENTS.length);
  });

  it('finds an event by its type, and nothing by another word', () => {
    expect(eventClass('GoodsReleased')).toBe(events.GoodsReleased);
    expect([isEventType('GoodsReleased'), isEventType('toString')]).toEqual([true, false]);
    expect(eventClass('toString')).toBeUndefined();
  });

  it('says what is wrong with the data of an event, and where', () => {
    expect(
      faultsOf('GoodsReleased', {
        ...sampleOf('GoodsReleased'),
        mrn: undefined,
        version: 0,
        releasedAt: 'today',
      }),
    ).toEqual([
      { pointer: '/mrn', message: 'is required' },
      { pointer: '/version', message: 'must be 1 or more' },
      { pointer: '/releasedAt', message: 'must be an instant in UTC, as in "2026-01-01T00:00:00Z"' },
    ]);
    expect(faultsOf('Nothing', {})).toEqual([{ pointer: '', message: 'is of an unknown type: Nothing' }]);
  });
});

describe('the golden samples', () => {
  it('has one for each event and no other', () => {
    expect(readdirSync(SAMPLES).sort()).toEqual(EVENTS.map((event) => `${event.type}.1.json`).sort());
  });

  it.each(EVENTS.map((event) => [event.type, event] as const))(
    '%s is still sound and goes to and fro',
    (type, event) => {
      const sample = sampleOf(type);
      expect(faultsOf(type, sample)).toEqual([]);
      const instance = plainToInstance(event, sample);
      expect(validateSync(instance, { whitelist: true, forbidNonWhitelisted: true })).toEqual([]);
      expect(instanceToPlain(instance)).toEqual(sample);
    },
  );
});
