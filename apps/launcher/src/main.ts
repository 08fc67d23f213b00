import { openBundle } from './bundle';

/** Starts one service: `node apps/launcher/dist/main.js SERVICE`. */
const [service = ''] = process.argv.slice(2);
const bundle = openBundle();
const start = bundle?.starts[service];

if (bundle?.isCompiled === false)
  console.warn(
    'the services were not compiled for this Node, or not for what it is told: starting takes twice as long',
  );
if (start) start();
else {
  const complaint = bundle
    ? `there is no service ${service || 'without a name'}: ${Object.keys(bundle.starts).join(', ')}`
    : 'the services are not built: npm run build';
  console.error(complaint);
  process.exitCode = 2;
}
