/** What a deployment must know of a service; the services' own definitions are such. */
export interface Deployed {
  readonly name: string;
  readonly routes: readonly string[];
  readonly standIns?: readonly string[];
}

export interface IngressPath {
  readonly path: string;
  readonly pathType: string;
  readonly service: string;
}

const GATEWAY = 'gateway';

/** The console and the documents: the gateway's, and no door of any service. Health and metrics stay inside. */
const PAGES: readonly IngressPath[] = [
  { path: '/', pathType: 'Exact', service: GATEWAY },
  { path: '/assets', pathType: 'Prefix', service: GATEWAY },
  { path: '/docs', pathType: 'Prefix', service: GATEWAY },
  { path: '/openapi.json', pathType: 'Exact', service: GATEWAY },
  { path: '/asyncapi.json', pathType: 'Exact', service: GATEWAY },
];

/**
 * The paths that an Ingress must have, sorted. An Ingress tells neither methods apart nor what comes after a parameter,
 * nor does it ask a second service where the first knows nothing, so a first segment at which several services answer
 * goes to the gateway, which hands on.
 */
export function ingressPaths(services: readonly Deployed[]): readonly IngressPath[] {
  const owners = new Map<string, Set<string>>();
  for (const { name, routes, standIns = [] } of services) {
    for (const route of [...routes, ...standIns]) {
      const path = firstSegment(route);
      owners.set(path, (owners.get(path) ?? new Set()).add(name));
    }
  }
  const doors = [...owners].map(([path, names]) => {
    const [only, ...others] = names;
    return { path, pathType: 'Prefix', service: others.length === 0 ? only! : GATEWAY };
  });
  return sorted([...doors, ...PAGES]);
}

/** Where the gateway must know the others to be, to hand their doors on and to say how they are: each on its own name. */
export function upstreamsMissing(told: unknown, services: readonly Deployed[]): string[] {
  const known = String(told ?? '').split(',');
  return services
    .filter(({ name }) => name !== GATEWAY)
    .filter(({ name }) => !known.includes(`${name}=http://${name}:8080`))
    .map(({ name }) => `gateway does not know where ${name} is`);
}

export function sorted(paths: readonly IngressPath[]): readonly IngressPath[] {
  return [...paths].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function firstSegment(route: string): string {
  const [, path = ''] = route.split(' ');
  return `/${path.split('/')[1]}`;
}
