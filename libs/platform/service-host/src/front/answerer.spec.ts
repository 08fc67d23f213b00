import fastify from 'fastify';
import { answererOf } from './answerer';
import { Front } from './front';
import { routesOf } from './routes';

const owner = fastify();
owner.get('/things/:id', (request, reply) => {
  const { id } = request.params as { id: string };
  if (id === 'known')
    return reply.header('etag', '"1"').send({ by: 'owner', of: request.headers.authorization });
  if (id === 'unchanged') return reply.status(304).send();
  return reply.status(404).send({ by: 'owner' });
});
const standIn = fastify();
standIn.get('/things/:id', (request, reply) => {
  const { id } = request.params as { id: string };
  return id === 'young' ? { by: 'stand-in' } : reply.status(404).send({ by: 'stand-in' });
});

describe('a door that somebody stands in at', () => {
  let front: Front;

  beforeAll(async () => {
    await Promise.all([owner.ready(), standIn.ready()]);
    const routes = [
      ...routesOf(['GET /things/:id'], answererOf(owner)),
      ...routesOf(['GET /things/:id'], answererOf(standIn), true),
    ];
    front = await Front.open(routes, answererOf(owner), '127.0.0.1', 0);
  });
  afterAll(() => Promise.all([front.close(), owner.close(), standIn.close()]));

  const ask = async (path: string, method = 'GET') => {
    const headers = { authorization: 'Bearer x' };
    const answer = await fetch(`http://127.0.0.1:${front.port}${path}`, { method, headers });
    const text = await answer.text();
    const body: unknown = text && JSON.parse(text);
    return { status: answer.status, etag: answer.headers.get('etag'), body };
  };

  it.each([
    ['known', 200, '"1"', { by: 'owner', of: 'Bearer x' }],
    ['unchanged', 304, null, ''],
    ['young', 200, null, { by: 'stand-in' }],
    ['unknown', 404, null, { by: 'stand-in' }],
  ])('is answered by its owner, or else by who stands in: %s', async (id, status, etag, body) => {
    expect(await ask(`/things/${id}`)).toEqual({ status, etag, body });
    expect(await ask(`/things/${id}`, 'HEAD')).toEqual({ status, etag, body: '' });
  });
});
