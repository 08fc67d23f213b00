import { openBundle } from './bundle';

/** Starts one service: `node apps/launcher/dist/main.js SERVICE`. */
const [service = ''] = process.argv.slice(2);
const starts = openBundle()?.starts;
const start = starts?.[service];

if (start) start();
else {
  const complaint = starts
    ? `there is no service ${service || 'without a name'}: ${Object.keys(starts).join(', ')}`
    : 'the services are not built: npm run build';
  console.error(complaint);
  process.exitCode = 2;
}
