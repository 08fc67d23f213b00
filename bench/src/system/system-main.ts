import { join } from 'node:path';

/** What a process with all services runs. */
export const SYSTEM_MAIN = join(__dirname, 'main.js');
