import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handOnTo } from './hand-on';

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  );
const closed = (server: Server) => new Promise((resolve) => server.close(resolve).closeAllConnections());

describe('a door of another service', () => {
  const behind = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      response.writeHead(202, { 'x-behind': 'yes', 'content-type': 'application/json' });
      const { method, url, headers } = request;
      response.end(JSON.stringify({ method, url, authorization: headers.authorization, body }));
    });
  });
  let front: Server;
  let address: string;

  beforeAll(async () => {
    front = createServer(handOnTo(await listening(behind)));
    address = await listening(front);
  });
  afterAll(() => Promise.all([behind, front].filter(({ listening }) => listening).map(closed)));

  it('gets the request as it came and gives the answer as it was given', async () => {
    const answer = await fetch(`${address}/cases/7/claim?a=%20b`, {
      method: 'POST',
      headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
      body: '{"reason":"까닭"}',
    });
    expect([answer.status, answer.headers.get('x-behind')]).toEqual([202, 'yes']);
    expect(await answer.json()).toEqual({
      method: 'POST',
      url: '/cases/7/claim?a=%20b',
      authorization: 'Bearer x',
      body: '{"reason":"까닭"}',
    });
  });

  it('is never another host, whatever the path begins with', async () => {
    const path = '//example.org/declarations';
    const answer = await fetch(`${address}${path}`);
    expect(await answer.json()).toMatchObject({ url: path });
  });

  it('gets a request for the page that it was given, whatever was asked for', async () => {
    const metrics = createServer(
      handOnTo(`http://127.0.0.1:${(behind.address() as AddressInfo).port}`, '/metrics'),
    );
    const answer = await fetch(`${await listening(metrics)}/metrics/casework`);
    expect(await answer.json()).toMatchObject({ url: '/metrics' });
    await closed(metrics);
  });

  it('is answered by who stands in where there is nothing behind it', async () => {
    const missing = createServer((_request, response) => response.writeHead(404).end('nothing'));
    const handOn = handOnTo(await listening(missing));
    const standIn = (_request: unknown, response: ServerResponse) =>
      void response.writeHead(200).end('something');
    const standing = createServer((request, response) => handOn(request, response, standIn));
    const answer = await fetch(`${await listening(standing)}/declarations/1`);
    expect([answer.status, await answer.text()]).toEqual([200, 'something']);
    await Promise.all([missing, standing].map(closed));
  });

  it('says to come back later where nobody answers', async () => {
    await closed(behind);
    const answer = await fetch(`${address}/cases`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await answer.json()).toMatchObject({ title: 'not-available' });
  });
});
