import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HostedService } from '../host/host-service';
import { BatchSizes } from '../metrics/batch-sizes';
import { openReception } from './reception';

@Controller('cases')
class CasesController {
  @Get()
  list(): string[] {
    return [];
  }
}

@Module({ controllers: [CasesController] })
class CaseworkModule {}

/** Another service's process: its pages, and how often each was asked for. */
class Neighbour {
  readonly asked: Record<string, number> = {};
  private readonly server: Server;

  constructor(pages: Readonly<Record<string, readonly [number, object]>>) {
    this.server = createServer((request, response) => {
      const path = request.url!;
      this.asked[path] = (this.asked[path] ?? 0) + 1;
      const [status, body] = pages[path] ?? [404, {}];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  }

  async address(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

const payments = new Neighbour({
  '/health/ready': [200, { ready: true, absences: {} }],
  '/openapi.json': [
    200,
    { paths: { '/notices': { get: {} }, '/cases': { post: {} } }, components: { schemas: { Notice: {} } } },
  ],
});
const release = new Neighbour({
  '/health/ready': [503, { ready: false, absences: { release: 'Error: no database' } }],
});

describe('the front of services that have processes of their own', () => {
  let app: NestFastifyApplication;
  let reception: FastifyInstance;
  let closed: string | undefined;

  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(CaseworkModule, new FastifyAdapter(), {
      logger: false,
    });
    await app.init();
    const casework = {
      ...{ app, definition: { name: 'casework' }, log: { state: () => undefined } },
      connections: { pool: { query: () => Promise.resolve({ rows: [{}] }) } },
      store: { guard: { lookWhileClosed: () => Promise.resolve(closed) } },
      ...{ engine: { name: 'memory' }, batches: new BatchSizes() },
    } as unknown as HostedService;
    const gone = new Neighbour({});
    const others = new Map([
      ['payments', await payments.address()],
      ['release', await release.address()],
      ['time-release', await gone.address()],
    ]);
    gone.close();
    reception = await openReception([casework], undefined, others);
  });
  afterAll(async () => {
    await reception.close();
    await app.close();
    [payments, release].forEach((neighbour) => neighbour.close());
  });

  const get = async <Body>(path: string) => {
    const answer = await reception.inject({ method: 'GET', url: path });
    return { status: answer.statusCode, body: answer.json<Body>() };
  };

  it('says of each whether it is ready, and when it was asked', async () => {
    const { status, body } = await get<{ at: string }>('/health');
    expect({ status, body }).toEqual({
      status: 503,
      body: {
        at: expect.any(String),
        ready: false,
        services: {
          casework: { ready: true },
          payments: { ready: true },
          release: { ready: false, reason: 'Error: no database' },
          'time-release': { ready: false, reason: 'it does not answer' },
        },
      },
    });
    expect(Math.abs(Date.now() - Date.parse(body.at))).toBeLessThan(60_000);
  });

  it('is itself ready whatever the others are', async () => {
    expect(await get('/health/ready')).toEqual({ status: 200, body: { ready: true, absences: {} } });
  });

  it('is not ready while its log has gone back in time, and says why', async () => {
    closed = 'the log has gone back in time';
    const absences = { casework: closed };
    expect(await get('/health/ready')).toEqual({ status: 503, body: { ready: false, absences } });
    closed = undefined;
  });

  it('describes the doors of all, and names those whose doors it cannot', async () => {
    const { body } = await get<{ info: { description: string }; paths: object; components: object }>(
      '/openapi.json',
    );
    expect(body.paths).toMatchObject({ '/cases': { get: {}, post: {} }, '/notices': { get: {} } });
    expect(body.components).toMatchObject({ schemas: { Notice: {} }, securitySchemes: { bearer: {} } });
    expect(body.info.description).toMatch(/Without what is away at the moment: release, time-release\.$/);
  });

  it('asks the others once for many who ask at the same time', async () => {
    const before = payments.asked['/health/ready'] ?? 0;
    await Promise.all(Array.from({ length: 20 }, () => get('/health')));
    expect(payments.asked['/health/ready']).toBe(before + 1);
  });

  it('labels what is measured of its process with the service', async () => {
    const { payload } = await reception.inject({ method: 'GET', url: '/metrics' });
    expect(payload).toMatch(/^process_cpu_seconds_total\{service="casework"\} /m);
  });
});
