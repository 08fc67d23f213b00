import { showsSecret } from './secrets';
import { type Deployed, upstreamsMissing } from './routing';

interface ComposeService {
  command?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  restart?: string;
  healthcheck?: { disable?: boolean };
  logging?: { options?: Record<string, string> };
  deploy?: { resources?: { limits?: { cpus?: string; memory?: string } } };
  environment?: Record<string, unknown>;
  depends_on?: Record<string, { condition?: string }>;
  secrets?: (string | { source: string; target: string })[];
  volumes?: string[];
}

/** A compose file, its anchors and merges resolved. */
export interface Compose {
  services: Record<string, ComposeService>;
  secrets: Record<string, { file?: string }>;
  volumes: Record<string, unknown>;
}

const STORES = ['kafka', 'postgres'];

/** Every way in which the file does not run these services as it must; empty when it does. */
export function faultsOfCompose(compose: Compose, services: readonly Deployed[]): string[] {
  return [
    ...services.flatMap(({ name }) => faultsOfService(name, compose.services[name])),
    ...['migrate', ...services.map(({ name }) => name)].flatMap((name) =>
      faultsOfProgram(name, compose.services[name]),
    ),
    ...Object.entries(compose.services).flatMap(([name, service]) => [
      ...faultsOfAny(name, service),
      ...faultsOfReferences(name, service, compose),
    ]),
    ...faultsOfStores(compose),
    ...upstreamsMissing(compose.services.gateway?.environment?.TONGGWAN_UPSTREAMS, services),
    ...Object.entries(compose.secrets)
      .filter(([, { file }]) => !file?.startsWith('.tonggwan/'))
      .map(([name]) => `secret ${name} is no file below .tonggwan`),
  ];
}

function faultsOfService(name: string, service: ComposeService | undefined): string[] {
  if (!service) return [`${name} is missing`];
  const wanted: readonly [boolean, string][] = [
    [service.command?.join(' ') === `apps/launcher/dist/main.js ${name}`, 'runs another program'],
    [JSON.stringify(service.secrets) === ownSecret(name), 'is given more secrets than its own or not that'],
    [service.restart === 'unless-stopped', 'is not started again'],
    [service.healthcheck?.disable !== true, 'has no health check'],
    [service.depends_on?.migrate?.condition === 'service_completed_successfully', 'starts before migrate'],
    ...STORES.map((store): [boolean, string] => [
      service.depends_on?.[store]?.condition === 'service_healthy',
      `starts before ${store} is healthy`,
    ]),
  ];
  return missing(name, wanted);
}

function faultsOfProgram(name: string, service: ComposeService | undefined): string[] {
  return missing(name, [
    [service?.read_only === true, 'can write to its root'],
    [service?.cap_drop?.includes('ALL') === true, 'keeps capabilities'],
  ]);
}

function faultsOfAny(name: string, { deploy, logging, security_opt, environment }: ComposeService): string[] {
  const limits = deploy?.resources?.limits;
  return missing(name, [
    [limits?.cpus !== undefined && limits.memory !== undefined, 'has no limits'],
    [logging?.options?.['max-size'] !== undefined, 'logs without end'],
    [security_opt?.includes('no-new-privileges:true') === true, 'may gain privileges'],
    [!Object.values(environment ?? {}).some(showsSecret), 'shows a secret in its environment'],
  ]);
}

/** What a service names must be declared: the schema does not look that far. */
function faultsOfReferences(name: string, service: ComposeService, compose: Compose): string[] {
  const secrets = (service.secrets ?? []).map((secret) =>
    typeof secret === 'string' ? secret : secret.source,
  );
  const volumes = (service.volumes ?? []).map((volume) => volume.split(':')[0]!);
  return [
    ...Object.keys(service.depends_on ?? {}).filter((other) => !(other in compose.services)),
    ...secrets.filter((secret) => !(secret in compose.secrets)),
    ...volumes.filter((volume) => !(volume in compose.volumes)),
  ].map((reference) => `${name} refers to ${reference}, which is not there`);
}

function faultsOfStores({ services: { kafka, postgres } }: Compose): string[] {
  return [
    ...missing('kafka', [
      [String(kafka?.environment?.KAFKA_AUTO_CREATE_TOPICS_ENABLE) === 'false', 'makes topics by itself'],
    ]),
    ...missing('postgres', [
      [!postgres?.command?.some((word) => /fsync|synchronous/.test(word)), 'may lose'],
    ]),
  ];
}

function ownSecret(name: string): string {
  return JSON.stringify([{ source: name, target: 'database-url' }]);
}

function missing(name: string, wanted: readonly (readonly [boolean, string])[]): string[] {
  return wanted.filter(([holds]) => !holds).map(([, fault]) => `${name} ${fault}`);
}
