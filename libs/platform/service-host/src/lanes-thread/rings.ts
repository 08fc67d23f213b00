import type { Bell } from '@tonggwan/messaging';
import type { MessagePort } from 'node:worker_threads';

/** What is appended in this thread rings the bell of the one behind the port. */
export function passRingsOn(bell: Bell, port: MessagePort): void {
  bell.add((appended) => port.postMessage(appended));
}

/** Rings as a bell in another thread does. */
export function ringAlong(bell: Bell, port: MessagePort): void {
  port.on('message', bell.ring);
}
