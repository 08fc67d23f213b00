import { openBundle } from './bundle';

/** Starts one service: `node apps/launcher/dist/main.js SERVICE`. */
const [service = ''] = process.argv.slice(2);
const starts = openBundle()?.starts;
const start = starts?.[service];

if (start) start();
else if (starts) {
  console.error(`there is no service ${service || 'without a name'}: ${Object.keys(starts).join(', ')}`);
  process.exitCode = 2;
} else {
  console.error('the services are not built: npm run build');
  process.exitCode = 2;
}
