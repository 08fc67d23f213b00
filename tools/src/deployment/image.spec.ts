import { CONTAINER_FLAGS } from '@tonggwan/service-host';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { faultsOfImage } from './image';

const ROOT = resolve(__dirname, '../../..');
const DOCKERFILE = readFileSync(resolve(ROOT, 'Dockerfile'), 'utf8');
const IGNORED = readFileSync(resolve(ROOT, '.dockerignore'), 'utf8');

describe('the image', () => {
  it('is small, without a shell, not root, and of what the lock says', () => {
    expect(faultsOfImage(DOCKERFILE, IGNORED)).toEqual([]);
  });

  it('starts services with the flags that they have in a container', () => {
    expect(DOCKERFILE).toContain(`NODE_OPTIONS="${CONTAINER_FLAGS.join(' ')}"`);
  });

  it.each<[string, string | RegExp, string, string]>([
    ['another base', /FROM gcr.*/, 'FROM node:24-bookworm-slim', 'there is a shell in it'],
    ['root', 'USER 65532:65532', 'USER 0', 'it runs as root'],
    ['no user', 'USER 65532:65532', '', 'it runs as root'],
    ['no health check', 'HEALTHCHECK', '# HEALTHCHECK', 'it has no health check'],
    ['no labels', 'LABEL', 'ENV', 'it has no labels'],
    [
      'a step after the build',
      'EXPOSE 8080',
      'RUN ["/nodejs/bin/node", "-v"]',
      'it is changed after it was built',
    ],
    ['a password at build', 'ARG NODE=24', 'ARG NODE=24\nARG PASSWORD', 'it may keep a secret'],
    [
      'packages out of nowhere',
      'npm ci --omit',
      'npm install --omit',
      'its packages are not those of the lock',
    ],
    ['packages for building', '--omit=dev', '', 'it holds packages for building'],
  ])('would not pass with %s', (_what, text, otherwise, fault) => {
    const spoilt = DOCKERFILE.replace(text, otherwise);
    expect(spoilt).not.toBe(DOCKERFILE);
    expect(faultsOfImage(spoilt, IGNORED)).toContain(fault);
  });

  it('would not pass with a context that takes whatever lies about', () => {
    expect(faultsOfImage(DOCKERFILE, 'node_modules\n')).toEqual(['its context takes whatever lies about']);
  });
});
