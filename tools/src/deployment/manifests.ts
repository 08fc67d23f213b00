import type { Manifest } from './manifest';
import { faultsOfPod, faultsOfServicePod } from './pods';
import { type Deployed, ingressPaths, sorted, upstreamsMissing } from './routing';
import { showsSecret } from './secrets';

const OF_A_SERVICE = ['Deployment', 'Service', 'PodDisruptionBudget'];
const WITH_PODS = ['Deployment', 'Job', 'StatefulSet'];
const IMAGES_OF_OTHERS = ['postgres', 'kafka'];
const SECURITY = 'pod-security.kubernetes.io/enforce';

/** Every way in which the objects do not run these services as they must; empty when they do. */
export function faultsOfManifests(manifests: readonly Manifest[], services: readonly Deployed[]): string[] {
  const of = (kind: string) => manifests.filter((manifest) => manifest.kind === kind);
  const names = services.map(({ name }) => name);
  return [
    ...OF_A_SERVICE.flatMap((kind) => absent(kind, names, of(kind))),
    ...absent('Job', ['migrate'], of('Job')),
    ...WITH_PODS.flatMap(of).flatMap((m) => faultsOfPod(m, !IMAGES_OF_OTHERS.includes(m.metadata.name))),
    ...of('Deployment').flatMap((deployment) => [
      ...faultsOfServicePod(deployment),
      ...faultsOfName(deployment),
    ]),
    ...faultsOfDoors(of('Ingress'), services),
    ...upstreamsMissing(toldOf(of('Deployment'), 'gateway', 'TONGGWAN_UPSTREAMS'), services),
    ...faultsOfWalls(of('Namespace'), of('NetworkPolicy')),
    ...manifests.filter(holdsSecret).map(({ metadata: { name } }) => `${name} shows a secret`),
  ];
}

function absent(kind: string, names: readonly string[], found: readonly Manifest[]): string[] {
  const there = new Set(found.map(({ metadata }) => metadata.name));
  return names.filter((name) => !there.has(name)).map((name) => `${name} has no ${kind}`);
}

/** A service's program and secret follow from its label, so name and label must agree. */
function faultsOfName({ metadata: { name }, spec }: Manifest): string[] {
  const { labels } = spec!.template!.metadata;
  const { args } = spec!.template!.spec.containers[0]!;
  const agrees =
    labels['app.kubernetes.io/name'] === name && args?.join(' ') === 'apps/launcher/dist/main.js $(SERVICE)';
  return agrees ? [] : [`${name} runs another program`];
}

function faultsOfDoors(ingresses: readonly Manifest[], services: readonly Deployed[]): string[] {
  const found = ingresses
    .flatMap(({ spec }) => spec?.rules ?? [])
    .flatMap(({ http }) => http.paths)
    .map(({ path, pathType, backend }) => ({ path, pathType, service: backend.service.name }));
  const lines = (paths: typeof found) => paths.map((p) => `${p.pathType} ${p.path} to ${p.service}`);
  const have = lines([...sorted(found)]);
  const want = lines([...ingressPaths(services)]);
  return [
    ...want.filter((line) => !have.includes(line)).map((line) => `no door ${line}`),
    ...have.filter((line) => !want.includes(line)).map((line) => `a door too many: ${line}`),
  ];
}

function toldOf(deployments: readonly Manifest[], name: string, variable: string): string | undefined {
  const deployment = deployments.find(({ metadata }) => metadata.name === name);
  const [container] = deployment?.spec?.template?.spec.containers ?? [];
  return container?.env?.find((told) => told.name === variable)?.value;
}

function faultsOfWalls(namespaces: readonly Manifest[], policies: readonly Manifest[]): string[] {
  const denies = policies.some(
    ({ spec }) =>
      JSON.stringify(spec) === JSON.stringify({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
  );
  const restricted = namespaces.every(({ metadata }) => metadata.labels?.[SECURITY] === 'restricted');
  return [
    ...(denies ? [] : ['pods may speak with anybody']),
    ...(restricted && namespaces.length > 0 ? [] : ['the namespace lets any pod in']),
  ];
}

function holdsSecret({ kind, data, spec }: Manifest): boolean {
  const told = (spec?.template?.spec.containers ?? []).flatMap(({ env }) => env ?? []);
  return (
    kind === 'Secret' ||
    [...Object.values(data ?? {}), ...told.map(({ value }) => value ?? '')].some(showsSecret)
  );
}
