import fastifyStatic from '@fastify/static';
import { asyncApiDocument } from '@tonggwan/contracts';
import fastify, { type FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { HostedService } from '../host/host-service';
import { type Health, healthOf } from './health';
import { type Neighbours, shared } from './neighbours';
import { openApiOf } from './open-api';
import { type Vitals, vitalsOf } from './vitals';

const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const DOCS_SCRIPT = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui' });`;

const DOCS_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tonggwan: doors</title>
<link rel="stylesheet" href="/docs/files/swagger-ui.css"></head><body><div id="swagger-ui"></div>
<script src="/docs/files/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`;

/**
 * What belongs to no service: health, metrics, documents and the console.
 * @param others services that have processes of their own; health and documents are of all
 * @param vitals how the services of this process are
 */
export async function openReception(
  services: readonly HostedService[],
  consoleFolder: string | undefined,
  others: Neighbours = new Map(),
  vitals: Vitals = vitalsOf(services),
): Promise<FastifyInstance> {
  const reception = fastify({ routerOptions: { ignoreTrailingSlash: true } });
  addVitals(reception, vitals);
  const names = services.map(({ definition: { name } }) => name);
  addHealth(
    reception,
    shared(() => healthOf(names, vitals, others)),
  );
  await addDocuments(reception, services, others);
  if (consoleFolder && existsSync(consoleFolder)) {
    await reception.register(fastifyStatic, {
      root: consoleFolder,
      setHeaders: (reply) => void reply.headers(PAGE_HEADERS),
    });
  }
  reception.setNotFoundHandler((_request, reply) =>
    reply
      .status(404)
      .type('application/problem+json')
      .send({
        ...{ type: '/problems/not-found', title: 'not-found', status: 404 },
        detail: 'There is no such door.',
      }),
  );
  await reception.ready();
  return reception;
}

function addVitals(reception: FastifyInstance, vitals: Vitals): void {
  reception.get('/health/live', async (_request, reply) => {
    const faults = await vitals.faults();
    const live = Object.keys(faults).length === 0;
    return reply.status(live ? 200 : 503).send({ live, faults });
  });
  reception.get('/health/ready', async (_request, reply) => {
    const absences = await vitals.absences();
    const ready = Object.keys(absences).length === 0;
    return reply.status(ready ? 200 : 503).send({ ready, absences });
  });
  reception.get('/metrics', async (_request, reply) => reply.type('text/plain').send(await vitals.metrics()));
}

/** For people, of all services; a probe asks this process alone whether it is ready. */
function addHealth(reception: FastifyInstance, health: () => Promise<Health>): void {
  reception.get('/health', async (_request, reply) => {
    const found = await health();
    return reply.status(found.ready ? 200 : 503).send(found);
  });
}

async function addDocuments(
  reception: FastifyInstance,
  services: readonly HostedService[],
  others: Neighbours,
): Promise<void> {
  const openApi = shared(openApiOf(services, others));
  let asyncApi: string | undefined;
  reception.get('/openapi.json', () => openApi());
  reception.get('/asyncapi.json', (_request, reply) =>
    reply.type('application/json').send((asyncApi ??= JSON.stringify(asyncApiDocument()))),
  );
  reception.get('/docs', (_request, reply) => reply.headers(PAGE_HEADERS).type('text/html').send(DOCS_PAGE));
  reception.get('/docs/start.js', (_request, reply) => reply.type('text/javascript').send(DOCS_SCRIPT));
  const root = dirname(require.resolve('swagger-ui-dist/package.json'));
  const allowed = /^\/(swagger-ui\.css|swagger-ui-bundle\.js)$/;
  await reception.register(fastifyStatic, {
    root,
    prefix: '/docs/files/',
    decorateReply: false,
    allowedPath: (path) => allowed.test(path),
  });
}
