import path from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

// node_modules stay outside of the bundle, as in the api: `node dist/tools/simulators/stripe.js` from the repository.
export default defineConfig({
  root,
  build: {
    ssr: true,
    outDir: '../../dist/tools/simulators',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: { input: { stripe: path.join(root, 'stripe/main.ts'), amazon: path.join(root, 'amazon/main.ts') } },
  },
});
