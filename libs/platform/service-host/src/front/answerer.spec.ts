import { Controller, Get, Headers, Param, Res, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Problem, ProblemFilter } from '../http/problem';
import { answererOf } from './answerer';
import { Front } from './front';
import { routesOf } from './routes';

interface Reply {
  header(name: string, value: string): unknown;
  status(code: number): unknown;
}

@Controller('things')
class Owner {
  @Get(':id')
  show(
    @Param('id') id: string,
    @Headers('authorization') of: string,
    @Res({ passthrough: true }) reply: Reply,
  ): object | undefined {
    if (id !== 'known' && id !== 'unchanged') throw Problem.notFound('thing');
    reply.header('etag', '"1"');
    if (id === 'known') return { by: 'owner', of };
    reply.status(304);
    return undefined;
  }
}

@Controller('things')
class StandIn {
  @Get(':id')
  show(@Param('id') id: string): object {
    if (id !== 'young') throw Problem.notFound('thing of mine');
    return { by: 'stand-in' };
  }
}

async function appWith(controller: Type): Promise<NestFastifyApplication> {
  class App {}
  const module = { module: App, controllers: [controller] };
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: false,
  });
  app.useGlobalFilters(new ProblemFilter());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

describe('a door that somebody stands in at', () => {
  let apps: NestFastifyApplication[];
  let front: Front;

  beforeAll(async () => {
    apps = await Promise.all([appWith(Owner), appWith(StandIn)]);
    const [owner, standIn] = apps.map((app) => answererOf(app.getHttpAdapter().getInstance()));
    const routes = [
      ...routesOf(['GET /things/:id'], owner!),
      ...routesOf(['GET /things/:id'], standIn!, true),
    ];
    front = await Front.open(routes, owner!, '127.0.0.1', 0);
  });
  afterAll(() => Promise.all([front.close(), ...apps.map((app) => app.close())]));

  const ask = async (path: string, method = 'GET') => {
    const headers = { authorization: 'Bearer x' };
    const answer = await fetch(`http://127.0.0.1:${front.port}${path}`, { method, headers });
    const text = await answer.text();
    const body: unknown = text && JSON.parse(text);
    return { status: answer.status, etag: answer.headers.get('etag'), body };
  };

  it.each([
    ['known', 200, '"1"', { by: 'owner', of: 'Bearer x' }],
    ['unchanged', 304, '"1"', ''],
    ['young', 200, null, { by: 'stand-in' }],
    ['unknown', 404, null, expect.objectContaining({ detail: 'There is no such thing of mine.' })],
  ])('is answered by its owner, or else by who stands in: %s', async (id, status, etag, body) => {
    expect(await ask(`/things/${id}`)).toEqual({ status, etag, body });
    expect(await ask(`/things/${id}`, 'HEAD')).toEqual({ status, etag, body: '' });
  });
});
