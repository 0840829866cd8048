import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The panel as static files in dist/admin; `vite -c admin/vite.config.ts` serves it for work on it, against a running system. */
export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: {
    alias: [
      // Refine's inferencer-style extras that the panel never renders; together about 50 KB of initial script.
      { find: /^(react-markdown|remark-gfm|papaparse)$/, replacement: here('src/stubs/absent.ts') },
    ],
  },
  build: {
    outDir: here('../dist/admin'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(['/api', '/local', '/config.json', '/a'].map((path) => [path, 'http://127.0.0.1:4000'])),
  },
});
