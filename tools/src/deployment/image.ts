/** Every way in which the image that a Dockerfile makes is not what a deployment may run; empty when it is. */
export function faultsOfImage(dockerfile: string, ignored: string): string[] {
  const lines = dockerfile.replaceAll('\\\n', ' ').split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  const users = last.filter((line) => line.startsWith('USER '));
  const installs = lines.filter((line) => /npm (ci|install)/.test(line));
  const wanted: readonly [boolean, string][] = [
    [/^FROM gcr\.io\/distroless\/.+:nonroot$/.test(last[0] ?? ''), 'there is a shell in it'],
    [users.length > 0 && !/^USER (root|0)\b/.test(users.at(-1)!), 'it runs as root'],
    [
      last.some((line) => line.startsWith('HEALTHCHECK ') && line.includes('/health/ready')),
      'it has no health check',
    ],
    [last.every((line) => !line.startsWith('RUN ')), 'it is changed after it was built'],
    [last.some((line) => line.startsWith('LABEL ')), 'it has no labels'],
    [!lines.some((line) => /^(ENV|ARG) .*(PASSWORD|SECRET|TOKEN)/.test(line)), 'it may keep a secret'],
    [installs.every((line) => line.includes('npm ci')), 'its packages are not those of the lock'],
    [installs.some((line) => line.includes('--omit=dev --omit=optional')), 'it holds packages for building'],
    [ignored.split('\n').includes('*'), 'its context takes whatever lies about'],
  ];
  return wanted.filter(([holds]) => !holds).map(([, fault]) => fault);
}
