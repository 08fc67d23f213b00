import { KeptServer, ready } from '@tonggwan/service-host';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mainOf } from './places';

/** A service that runs in a process of its own, for as long as this one does. */
export interface ServiceProcess {
  readonly address: string;
  stop(): Promise<void>;
}

/** @throws Error with the end of the service's log when it does not get ready */
export async function startService(
  name: string,
  dataFolder: string,
  environment: Readonly<Record<string, string>>,
): Promise<ServiceProcess> {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, `${name}.log`);
  writeFileSync(logFile, '');
  const command = [process.execPath, ...process.execArgv, mainOf(name)];
  const server = KeptServer.launch(command, { stopSignal: 'TERM', folder, logFile, environment });
  let address = '';
  const answers = async (): Promise<void> => {
    address = addressIn(logFile);
    const { status } = await fetch(`${address}/health/ready`);
    if (status !== 200) throw new Error(`${name} is not ready`);
  };
  await ready(server, answers, name, logFile);
  return { address, stop: () => server.stop() };
}

/** A service says in its log where it listens. @throws Error while it has not */
function addressIn(logFile: string): string {
  const [, port] = /"port":(\d+)/.exec(readFileSync(logFile, 'utf8')) ?? [];
  if (!port) throw new Error('it does not listen yet');
  return `http://127.0.0.1:${port}`;
}
