import type { Container, Manifest, Pod } from './manifest';

/** Every way in which a pod is not what Pod Security `restricted` and this product ask of it. */
export function faultsOfPod({ metadata: { name }, spec }: Manifest, isOurs: boolean): string[] {
  const pod = spec!.template!.spec;
  const [container] = pod.containers;
  const faults = [
    ...faultsOfIdentity(pod),
    ...(container ? faultsOfContainer(container, isOurs) : ['is empty']),
  ];
  return faults.map((fault) => `${name} ${fault}`);
}

/** What a service needs beyond any pod: to be asked how it is, and to leave in order. */
export function faultsOfServicePod({ metadata: { name }, spec }: Manifest): string[] {
  const pod = spec!.template!.spec;
  const [container] = pod.containers;
  return missing([
    [container?.livenessProbe?.httpGet?.path === '/health/live', `${name} is not asked whether it lives`],
    [
      container?.readinessProbe?.httpGet?.path === '/health/ready',
      `${name} is not asked whether it is ready`,
    ],
    [container?.startupProbe !== undefined, `${name} has no time to start`],
    [container?.lifecycle?.preStop !== undefined, `${name} leaves before the proxies know`],
    [pod.terminationGracePeriodSeconds === 30, `${name} has no 30 seconds to end in order`],
    [(pod.topologySpreadConstraints ?? []).length > 0, `${name} may stand on one node alone`],
  ]);
}

function faultsOfIdentity({ automountServiceAccountToken, securityContext }: Pod): string[] {
  return missing([
    [automountServiceAccountToken === false, 'holds a token of the cluster'],
    [securityContext?.runAsNonRoot === true && securityContext.runAsUser !== 0, 'may run as root'],
    [securityContext?.seccompProfile?.type === 'RuntimeDefault', 'may call all of the kernel'],
  ]);
}

function faultsOfContainer({ securityContext, resources }: Container, isOurs: boolean): string[] {
  const { limits, requests } = resources ?? {};
  return missing([
    [securityContext?.allowPrivilegeEscalation === false, 'may gain privileges'],
    [securityContext?.capabilities?.drop?.includes('ALL') === true, 'keeps capabilities'],
    [securityContext?.readOnlyRootFilesystem === true || !isOurs, 'can write to its root'],
    [Boolean(limits?.cpu && limits.memory), 'has no limits'],
    [Boolean(requests?.cpu && requests.memory), 'asks for nothing'],
  ]);
}

function missing(wanted: readonly (readonly [boolean, string])[]): string[] {
  return wanted.filter(([holds]) => !holds).map(([, fault]) => fault);
}
