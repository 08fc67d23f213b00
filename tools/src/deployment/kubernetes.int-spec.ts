import { SERVICES } from '@tonggwan/clearance';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { describeWithInstruments, instrument, run } from './instruments';
import type { Container, Manifest } from './manifest';
import { faultsOfManifests } from './manifests';
import { schemaLocation } from './schemas';

const DEMO = resolve(__dirname, '../../../k8s/overlays/demo');
/** The first time Go builds the instruments. */
const BUILD_MS_MAX = 600_000;

describeWithInstruments('the demo on Kubernetes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kubernetes-'));
  let built = '';
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeAll(() => void (built = run(instrument('kustomize'), ['build', DEMO])), BUILD_MS_MAX);

  const manifests = () => parseAllDocuments(built).map((document) => document.toJS() as Manifest);
  const validate = (text: string) => {
    const file = join(folder, 'all.yaml');
    writeFileSync(file, text);
    return run(instrument('kubeconform'), [
      '-strict',
      '-summary',
      '-schema-location',
      schemaLocation(),
      file,
    ]);
  };

  it('runs every service of the product as it must', () => {
    expect(faultsOfManifests(manifests(), SERVICES)).toEqual([]);
  });

  it(
    'is what Kubernetes knows, to the last field',
    () => {
      expect(validate(built)).toMatch(/Valid: [1-9]\d*, Invalid: 0, Errors: 0, Skipped: 0/);
    },
    BUILD_MS_MAX,
  );

  it.each([
    ['a field that Kubernetes does not know', 'readinessProbe:', 'readynessProbe:', 'readynessProbe'],
    ['a number that is a word', 'containerPort: 8080', 'containerPort: http', 'want integer'],
    ['a kind that nobody knows', 'kind: Ingress\n', 'kind: Egress\n', 'could not find schema for Egress'],
  ])(
    'would not be applied with %s',
    (_what, text, otherwise, complaint) => {
      expect(built).toContain(text);
      expect(() => validate(built.replace(text, otherwise))).toThrow(complaint);
    },
    BUILD_MS_MAX,
  );

  const the = (all: Manifest[], kind: string, name: string) =>
    all.find((manifest) => manifest.kind === kind && manifest.metadata.name === name)!;
  const podOf = (all: Manifest[]) => the(all, 'Deployment', 'release').spec!.template!.spec;
  const containerOf = (all: Manifest[]): Container => podOf(all).containers[0]!;
  const without = (kind: string, name: string) => (all: Manifest[]) =>
    void all.splice(all.indexOf(the(all, kind, name)), 1);

  it.each<[string, (all: Manifest[]) => unknown, string]>([
    ['a service left out', without('Deployment', 'release'), 'release has no Deployment'],
    ['a service that no name leads to', without('Service', 'payments'), 'payments has no Service'],
    [
      'no disruption budget',
      without('PodDisruptionBudget', 'casework'),
      'casework has no PodDisruptionBudget',
    ],
    ['no migration', without('Job', 'migrate'), 'migrate has no Job'],
    ['open walls', without('NetworkPolicy', 'default-deny'), 'pods may speak with anybody'],
    [
      'an open namespace',
      (all) => delete the(all, 'Namespace', 'tonggwan').metadata.labels,
      'the namespace lets any pod in',
    ],
    ['root', (all) => delete podOf(all).securityContext, 'release may run as root'],
    [
      'no seccomp',
      (all) => delete podOf(all).securityContext!.seccompProfile,
      'release may call all of the kernel',
    ],
    [
      'a token',
      (all) => delete podOf(all).automountServiceAccountToken,
      'release holds a token of the cluster',
    ],
    [
      'a root that can be written',
      (all) => delete containerOf(all).securityContext!.readOnlyRootFilesystem,
      'release can write to its root',
    ],
    [
      'capabilities',
      (all) => delete containerOf(all).securityContext!.capabilities,
      'release keeps capabilities',
    ],
    [
      'privileges',
      (all) => delete containerOf(all).securityContext!.allowPrivilegeEscalation,
      'release may gain privileges',
    ],
    ['no limits', (all) => delete containerOf(all).resources!.limits, 'release has no limits'],
    ['no requests', (all) => delete containerOf(all).resources!.requests, 'release asks for nothing'],
    ['no liveness', (all) => delete containerOf(all).livenessProbe, 'release is not asked whether it lives'],
    [
      'no readiness',
      (all) => delete containerOf(all).readinessProbe,
      'release is not asked whether it is ready',
    ],
    ['no startup', (all) => delete containerOf(all).startupProbe, 'release has no time to start'],
    ['no farewell', (all) => delete containerOf(all).lifecycle, 'release leaves before the proxies know'],
    [
      'a short end',
      (all) => (podOf(all).terminationGracePeriodSeconds = 5),
      'release has no 30 seconds to end in order',
    ],
    ['one node', (all) => delete podOf(all).topologySpreadConstraints, 'release may stand on one node alone'],
    [
      'another program',
      (all) => (containerOf(all).args = ['apps/launcher/dist/main.js', 'payments']),
      'release runs another program',
    ],
    [
      'a password',
      (all) => containerOf(all).env!.push({ name: 'A', value: 'postgres://a:b@c/d' }),
      'release shows a secret',
    ],
    ['a secret', (all) => (the(all, 'ConfigMap', 'kafka').kind = 'Secret'), 'kafka shows a secret'],
    [
      'a door shut',
      (all) => the(all, 'Ingress', 'doors').spec!.rules![0]!.http.paths.shift(),
      'no door Prefix /declarations to gateway',
    ],
    [
      'a gateway that knows nobody',
      (all) => delete the(all, 'Deployment', 'gateway').spec!.template!.spec.containers[0]!.env,
      'gateway does not know where casework is',
    ],
    [
      'a door too many',
      (all) => (the(all, 'Ingress', 'doors').spec!.rules![0]!.http.paths[0]!.path = '/metrics'),
      'a door too many: Prefix /metrics to gateway',
    ],
  ])('would not pass with %s', (_what, spoil, fault) => {
    const all = manifests();
    spoil(all);
    expect(faultsOfManifests(all, SERVICES)).toContain(fault);
  });
});
