const PURE = 'A domain/ folder holds rules only: no framework, database, clock, randomness or process.';

/** A domain folder imports the kernel, types of the contracts and the pack, and its own files. */
export const domain = {
  '@typescript-eslint/no-restricted-imports': [
    'error',
    {
      patterns: [
        { regex: '^(?!\\.|@tonggwan/(kernel|contracts|country-pack)$)', message: PURE },
        {
          regex: '^@tonggwan/(contracts|country-pack)$',
          allowTypeImports: true,
          message: `${PURE} Import types only.`,
        },
        { regex: '^\\.\\./(?!.*domain)(database|intake|answers|system|run|host)/', message: PURE },
      ],
    },
  ],
  'no-restricted-globals': [
    'error',
    ...['process', 'performance', 'crypto', 'setTimeout', 'setInterval'].map((name) => ({
      name,
      message: PURE,
    })),
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: `${PURE} The time comes in with the command.`,
    },
    {
      selector: "MemberExpression[object.name='Date'][property.name='now']",
      message: `${PURE} The time comes in with the command.`,
    },
    { selector: "MemberExpression[object.name='Math'][property.name='random']", message: PURE },
  ],
};
