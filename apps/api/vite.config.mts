import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  resolve: { tsconfigPaths: true },
  build: { ssr: 'src/main.ts', outDir: '../../dist/apps/api', emptyOutDir: !process.argv.includes('--watch'), target: 'node20', minify: false, sourcemap: true },
});
