/** Lets a child process of a test run the sources as they are. */
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

const parser = { syntax: 'typescript', decorators: true };
const transform = { legacyDecorator: true, decoratorMetadata: true };

require.extensions['.ts'] = (module, filename) => {
  const jsc = { target: 'es2022', parser, transform, keepClassNames: true };
  const options = { filename, jsc, module: { type: 'commonjs' } };
  module._compile(transformSync(readFileSync(filename, 'utf8'), options).code, filename);
};
