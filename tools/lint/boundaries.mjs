/** What may stand on what: apps on services, services on contracts and platform, and no service on a service. */
export const boundaries = {
  allow: [],
  enforceBuildableLibDependency: false,
  depConstraints: [
    { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: [], bannedExternalImports: ['*'] },
    {
      sourceTag: 'type:contracts',
      onlyDependOnLibsWithTags: ['type:contracts'],
      bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'kafkajs', 'fastify'],
    },
    {
      sourceTag: 'type:platform',
      onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:platform', 'type:testing'],
    },
    {
      sourceTag: 'type:testing',
      onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:platform', 'type:testing'],
    },
    {
      sourceTag: 'type:service',
      onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:platform', 'type:testing'],
    },
    { sourceTag: 'type:console', onlyDependOnLibsWithTags: ['type:console'] },
    {
      sourceTag: 'type:app',
      onlyDependOnLibsWithTags: [
        'type:kernel',
        'type:contracts',
        'type:platform',
        'type:testing',
        'type:service',
        'type:app',
      ],
    },
  ],
};
