import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = 'http://localhost:8080';
const DOORS = ['/declarations', '/cases', '/answers', '/notices', '/time-release'];

/** Static files that work under any path; no inline script or style, so that a strict content policy can stand. */
export default defineConfig({
  base: './',
  plugins: [react()],
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: Object.fromEntries(DOORS.map((door) => [door, API])) },
});
