import { openBundle } from './bundle';

// None of them gets beyond its configuration, which says nothing here: they are loaded and end.
const bundle = openBundle()!;
for (const start of Object.values(bundle.starts)) start();
bundle.keepCompiled();
process.exit(0);
