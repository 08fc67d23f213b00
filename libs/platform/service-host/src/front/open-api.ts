import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { HostedService } from '../host/host-service';

/** The doors of these services as one OpenAPI document, generated from their code. */
export function openApiOf(services: readonly HostedService[]): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('Tonggwan')
    .setDescription('Customs clearance: declarations, goods, answers, cases, payments and release times.')
    .setVersion('0.1.0')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  const documents = services.map(({ app }) => SwaggerModule.createDocument(app, base));
  const paths = documents.map((document) => document.paths);
  const schemas = documents.map((document) => document.components?.schemas ?? {});
  const components = { ...base.components, schemas: Object.assign({}, ...schemas) as Record<string, never> };
  return { ...base, paths: mergePaths(paths), components };
}

/** Two services may have different methods of one path. */
function mergePaths(all: readonly OpenAPIObject['paths'][]): OpenAPIObject['paths'] {
  const merged: OpenAPIObject['paths'] = {};
  for (const paths of all) {
    for (const [path, item] of Object.entries(paths)) merged[path] = { ...merged[path], ...item };
  }
  return merged;
}
