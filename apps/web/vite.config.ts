import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;
const repository = resolve(here, '../..');
const server = { target: 'http://127.0.0.1:3000', changeOrigin: false };
const proxy = {
  '/api': server,
  '/verify.html': server,
  '/socket.io': { ...server, ws: true },
};

/** Builds the web app into dist/apps/web, where the api serves it from the same origin. */
export default defineConfig({
  root: here,
  plugins: [react()],
  resolve: {
    alias: [
      { find: /^@core\/([^/]+)$/, replacement: `${repository}/libs/core/$1/src/index.ts` },
      { find: '@contracts', replacement: `${repository}/libs/contracts/src/index.ts` },
    ],
  },
  build: {
    outDir: resolve(repository, 'dist/apps/web'),
    emptyOutDir: true,
    // Chromium 109 is the last one on Windows 7, which county offices still run.
    target: ['chrome109', 'firefox115', 'safari16'],
    chunkSizeWarningLimit: 900,
  },
  server: { port: 5173, proxy },
  preview: { port: 4173, proxy },
});
