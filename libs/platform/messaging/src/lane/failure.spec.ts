import { Conflict, EventTooLarge, TimedOut, Unprocessable, Unreachable } from '../errors';
import { failureOf } from './failure';

const coded = (code: string): Error => Object.assign(new Error('from the database'), { code });

describe('what becomes of a batch that failed', () => {
  it.each([
    ['a state that somebody else has changed', new Conflict('changed'), 'conflict'],
    ['an event that its handler refuses', new Unprocessable('no'), 'poison'],
    ['an answer that would be too large', new EventTooLarge('large'), 'poison'],
    ['a handler that trips over the data', new TypeError('undefined is no object'), 'poison'],
    ['a handler that says so in its own way', new Error('no rate'), 'poison'],
    ['a handler that is not done in time', new TimedOut('slow'), 'timeout'],
    ['a statement that is not done in time', coded('57014'), 'timeout'],
    ['a transaction that was left open too long', coded('25P03'), 'timeout'],
    ['text that no column takes', coded('22P05'), 'poison'],
    ['a check that does not hold', coded('23514'), 'poison'],
    ['a key too long for its index', coded('54000'), 'poison'],
    ['a table that is not there', coded('42P01'), 'stop'],
    ['a deadlock', coded('40P01'), 'retry'],
    ['a full pool', coded('53300'), 'retry'],
    ['a full disk', coded('53100'), 'retry'],
    ['a shutdown', coded('57P01'), 'retry'],
    ['a lock that was not had in time', coded('55P03'), 'retry'],
    ['a connection that is gone', new Unreachable('gone'), 'retry'],
  ])('after %s', (_name, error, failure) => expect(failureOf(error)).toBe(failure));
});
