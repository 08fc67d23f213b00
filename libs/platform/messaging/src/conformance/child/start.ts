import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { KafkaSystem } from '../kafka-platform';
import type { PostgresSystem } from '../postgres-platform';

/** A process of its own that listens to this system, and says ten times a second which buckets it has. */
export function startListener(
  system: PostgresSystem | KafkaSystem,
  deadly: { DEADLY?: string; DEADLY_AFTER_COMMIT?: string } = {},
): ChildProcess {
  const kafka = 'brokers' in system ? { BROKERS: system.brokers.join(), ROOM: system.room } : {};
  const options = ['-C', '@tonggwan/source', '-r', join(__dirname, 'register.cjs')];
  return spawn(process.execPath, [...options, join(__dirname, 'listener.ts')], {
    env: { PATH: process.env.PATH, DATABASE: system.database.url, ...kafka, ...deadly },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}

export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
