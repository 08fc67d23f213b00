import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { domain } from './tools/lint/domain.mjs';
import { boundaries } from './tools/lint/boundaries.mjs';

const SPECS = ['**/*.spec.ts', '**/*.*-spec.ts', '**/*.fixture.ts'];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      'artifacts/**',
      '**/*.js',
      '**/*.mjs',
      '**/*.cjs',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx, '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@nx/enforce-module-boundaries': ['error', boundaries],
      'max-lines': ['error', 200],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'kafkajs',
              message: 'Kafka is spoken through one file: messaging/src/kafka/kafkajs.ts.',
            },
          ],
          patterns: [{ regex: '^@tonggwan/[^/]+/(src|dist)', message: 'Import a package by its name.' }],
        },
      ],
    },
  },
  {
    files: [
      'libs/platform/messaging/src/kafka/kafkajs.ts',
      'libs/platform/messaging/src/conformance/vandal.fixture.ts',
      'survival/src/chaos/kafka/vandal.ts',
    ],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: [...SPECS, 'libs/platform/testing/**'],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [{ name: '@tonggwan/testing', message: 'Only specs import the testing library.' }] },
      ],
    },
  },
  { files: ['**/domain/**/*.ts'], ignores: SPECS, rules: domain },
);
