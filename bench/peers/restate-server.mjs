import { KeptServer, ready } from '@tonggwan/service-host';
import { createRequire } from 'node:module';
import { Agent, request } from 'node:http';
import { join } from 'node:path';

const SERVER = createRequire(import.meta.url).resolve(
  '@restatedev/restate-server-linux-x64/bin/restate-server',
);
const NODE = 'bench';
/** One for each core that is measured on: more take longer for the same. */
const PARTITIONS = 2;

/** The server, durable as it comes, on sockets of its folder. */
export async function startRestate(folder) {
  const logFile = join(folder, 'restate.log');
  const place = ['--listen-mode', 'unix', '--base-dir', folder, '--node-name', NODE];
  const command = [SERVER, ...place, '--default-num-partitions', String(PARTITIONS)];
  const server = KeptServer.launch(command, {
    ...{ stopSignal: 'TERM', folder, logFile },
    environment: { DO_NOT_TRACK: '1' },
  });
  const ask = asking(join(folder, NODE));
  const answers = () => Promise.all([ask('admin', '/health'), ask('ingress', '/restate/health')]);
  await ready(server, answers, 'restate', logFile);
  return { ask, stop: () => server.stop() };
}

/** Calls the doors `admin` and `ingress` over HTTP. */
function asking(folder) {
  const agent = new Agent({ keepAlive: true });
  return (door, path, body, headers) =>
    new Promise((resolve, reject) => {
      const socketPath = join(folder, `${door}.sock`);
      const method = body ? 'POST' : 'GET';
      const json = { 'content-type': 'application/json', ...headers };
      const call = request({ agent, socketPath, path, method, headers: json }, (response) => {
        const { statusCode } = response.resume();
        response.on('end', () =>
          statusCode < 300 ? resolve() : reject(new Error(`${path} was answered ${statusCode}`)),
        );
      });
      call.on('error', reject).end(body && JSON.stringify(body));
    });
}
