import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The largest body of any door: the UK's limit for one declaration. */
export const BODY_BYTES_MAX = 10 * 1024 * 1024;

type Done = (error: Error | null, body?: unknown) => void;

/** How bodies reach the doors: parsed as JSON, or as the bytes that came. */
export function takeBodies(app: NestFastifyApplication, raw: boolean | undefined): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  const options = { parseAs: 'buffer' as const, bodyLimit: BODY_BYTES_MAX };
  if (raw) {
    fastify.addContentTypeParser('*', options, (_request: unknown, body: Buffer, done: Done) =>
      done(null, body),
    );
    return;
  }
  fastify.addContentTypeParser('application/json', options, (_request: unknown, body: Buffer, done: Done) => {
    try {
      done(null, body.length > 0 ? JSON.parse(body.toString('utf8')) : undefined);
    } catch (error) {
      done(Object.assign(new Error(`The body is no JSON: ${String(error)}`), { statusCode: 400 }));
    }
  });
}
