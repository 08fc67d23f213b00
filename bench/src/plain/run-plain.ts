import { join } from 'node:path';
import type { Bench } from '../bench';
import { withKafka } from '../kafka';
import type { Manner } from '../load/under-load';
import type { Turn } from '../measure/figures';
import { runPeer } from '../peers/run-peer';

const MAIN = join(__dirname, 'main.js');

/** What a team would write first with the libraries that the product has. */
export function runPlain(bench: Bench, name: string, manner: Manner): Promise<Turn> {
  return withKafka(bench, (brokers) => {
    const settings = { brokers: brokers.join() };
    return runPeer(bench, { name, main: MAIN, node: process.execPath, manner, settings });
  });
}
