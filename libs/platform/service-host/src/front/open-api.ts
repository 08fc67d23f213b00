import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { HostedService } from '../host/host-service';
import { askAll, type Neighbours } from './neighbours';

/** Finds the doors of these services, and of those in other processes, as one OpenAPI document. Nobody may ever ask. */
export function openApiOf(
  services: readonly HostedService[],
  others: Neighbours,
): () => Promise<OpenAPIObject> {
  const base = new DocumentBuilder()
    .setTitle('Tonggwan')
    .setDescription('Customs clearance: declarations, goods, answers, cases, payments and release times.')
    .setVersion('0.1.0')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  let here: readonly OpenAPIObject[] | undefined;
  return async () => {
    here ??= services.map(({ app }) => SwaggerModule.createDocument(app, base));
    const sayings = await askAll(others, '/openapi.json');
    const there = sayings.flatMap(({ status, body }) => (status === 200 ? [body as OpenAPIObject] : []));
    const away = sayings.flatMap(({ service, status }) => (status === 200 ? [] : [service]));
    return merged(base, [...here, ...there], away);
  };
}

function merged(
  base: Omit<OpenAPIObject, 'paths'>,
  documents: readonly OpenAPIObject[],
  away: readonly string[],
): OpenAPIObject {
  const { description } = base.info;
  const without = away.length > 0 ? ` Without what is away at the moment: ${away.join(', ')}.` : '';
  const schemas = documents.map(({ components }) => components?.schemas ?? {});
  return {
    ...base,
    info: { ...base.info, description: `${description}${without}` },
    paths: mergePaths(documents.map(({ paths }) => paths)),
    components: { ...base.components, schemas: Object.assign({}, ...schemas) as Record<string, never> },
  };
}

/** Two services may have different methods of one path. */
function mergePaths(all: readonly OpenAPIObject['paths'][]): OpenAPIObject['paths'] {
  const merged: OpenAPIObject['paths'] = {};
  for (const paths of all) {
    for (const [path, item] of Object.entries(paths)) merged[path] = { ...merged[path], ...item };
  }
  return merged;
}
