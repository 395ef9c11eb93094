import { defineConfig } from 'vite';

// The seed as one file that plain node runs; packages stay outside.
export default defineConfig({
  root: import.meta.dirname,
  resolve: { tsconfigPaths: true },
  build: { ssr: '../../prisma/seed/main.ts', outDir: '../../dist/tools/seed', emptyOutDir: true, target: 'node20', minify: false, sourcemap: true },
});
