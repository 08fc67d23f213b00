import type { Clock } from '@tonggwan/kernel';
import type { JSONWebKeySet } from 'jose';
import { readFileSync } from 'node:fs';
import type { Issuer } from '../auth/tokens';
import type { EngineChoice } from '../host/engine-for';
import { wallClock } from '../ports';
import { followedClock } from './followed-clock';
import { settingOf, type Variables } from './setting';

/** What a process of one service is told by its environment. */
export interface Configuration {
  readonly databaseUrl: string;
  readonly engine: EngineChoice;
  /** The folder of archived events. */
  readonly archive?: string;
  readonly issuer: Issuer;
  /** Folder of the country pack. */
  readonly pack: string;
  readonly host: string;
  readonly port: number;
  readonly clock: Clock;
  /** Where the other services' doors are, by service; only the gateway needs them. */
  readonly upstreams: ReadonlyMap<string, string>;
  readonly consoleFolder?: string;
}

/** @throws Error naming every variable that is missing or wrong */
export function configurationFrom(variables: Variables): Configuration {
  const faults: string[] = [];
  const need = (name: string): string => {
    const value = settingOf(variables, name);
    if (!value) faults.push(`${name} is missing`);
    return value ?? '';
  };
  const checked = <Value>(
    name: string,
    read: (text: string) => Value,
    fallback?: string,
  ): Value | undefined => {
    const text = variables[name] ?? fallback;
    try {
      return read(text ?? need(name));
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };
  const databaseUrl = need('TONGGWAN_DATABASE_URL');
  const name = checked('TONGGWAN_ENGINE', oneOf(['postgres', 'kafka'] as const), 'postgres');
  const brokers = name === 'kafka' ? need('TONGGWAN_KAFKA_BROKERS').split(',') : [];
  const urls = checked('TONGGWAN_LOG_URLS', pairs, '') ?? new Map<string, string>();
  if (urls.size > 0) need('TONGGWAN_LOG_TOKEN');
  if (urls.size > 0 && name === 'postgres') faults.push('TONGGWAN_LOG_URLS: is for TONGGWAN_ENGINE=kafka');
  // Looked up each time: where it stands in a file, it can be exchanged.
  const logs = { urls, token: () => settingOf(variables, 'TONGGWAN_LOG_TOKEN') ?? '' };
  const engine: EngineChoice = name === 'kafka' ? { name, brokers, logs } : { name: 'postgres' };
  const keys = checked('TONGGWAN_JWKS', keysAt);
  const issuer = { issuer: need('TONGGWAN_ISSUER'), audience: need('TONGGWAN_AUDIENCE'), keys: keys! };
  const pack = need('TONGGWAN_PACK');
  const port = checked('TONGGWAN_PORT', portNumber, '8080');
  const clock = checked('TONGGWAN_CLOCK', clockFrom, '');
  const upstreams = checked('TONGGWAN_UPSTREAMS', pairs, '');
  if (faults.length > 0) throw new Error(`the environment does not say enough:\n  ${faults.join('\n  ')}`);
  const host = variables.TONGGWAN_HOST ?? '0.0.0.0';
  const { TONGGWAN_CONSOLE: consoleFolder, TONGGWAN_ARCHIVE: archive } = variables;
  const found = { port: port!, clock: clock!, upstreams: upstreams! };
  return { ...found, databaseUrl, engine, archive, issuer, pack, host, consoleFolder };
}

/** The file of a clock that somebody else leads; empty for the wall clock. */
function clockFrom(file: string): Clock {
  return file === '' ? wallClock : followedClock(file);
}

function oneOf<Word extends string>(words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const word = words.find((candidate) => candidate === text);
    if (!word) throw new Error(`is one of ${words.join(', ')}, not "${text}"`);
    return word;
  };
}

function keysAt(place: string): JSONWebKeySet | URL {
  if (/^https?:/.test(place)) return new URL(place);
  return JSON.parse(readFileSync(place, 'utf8')) as JSONWebKeySet;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`is no port: ${text}`);
  return port;
}

function pairs(text: string): ReadonlyMap<string, string> {
  const entries = text.split(',').filter((pair) => pair !== '');
  return new Map(
    entries.map((pair) => {
      const at = pair.indexOf('=');
      const address = pair.slice(at + 1);
      if (at < 1 || !URL.canParse(address)) throw new Error(`expected service=address, got "${pair}"`);
      return [pair.slice(0, at), address];
    }),
  );
}
