import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { precompileMessages } from './precompile-messages.mts';

// The API is on the same origin in production (tools/dev/gateway.mjs, a proxy in a cluster); here Vite stands in for it.
const proxy = { '/api': { target: process.env.API_URL ?? 'http://127.0.0.1:4000', changeOrigin: true } };

export default defineConfig({
  root: import.meta.dirname,
  base: '/pos/',
  resolve: { tsconfigPaths: true },
  plugins: [
    precompileMessages(),
    react(),
    tailwind(),
    VitePWA({
      // A till must not reload under a sale: the page asks, and takes the new version when the sale is empty.
      registerType: 'prompt',
      injectRegister: null,
      scope: '/pos/',
      includeAssets: ['icon.svg'],
      manifest: {
        id: '/pos/', name: 'Oneshelf till', short_name: 'Till', description: 'Sell, pick and return, with or without a network.', lang: 'en',
        display: 'standalone', orientation: 'any', start_url: '/pos/', scope: '/pos/', theme_color: '#1b2420', background_color: '#f4f1ea',
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
        ],
      },
      workbox: {
        navigateFallback: '/pos/index.html',
        navigateFallbackAllowlist: [/^\/pos\//],
        globPatterns: ['**/*.{js,css,html,svg,woff2}'],
        // The extended Latin faces are fetched only by names that need them.
        globIgnores: ['**/*latin-ext*'],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  server: { host: '127.0.0.1', port: Number(process.env.POS_PORT ?? 4300), proxy },
  preview: { host: '127.0.0.1', port: Number(process.env.POS_PORT ?? 4300), proxy },
  build: {
    outDir: '../../dist/apps/pos', emptyOutDir: true, sourcemap: true,
    // The workspace's libs do nothing when they are loaded; without this the door of libs/ui pulls all of it into the first load.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /[\\/]libs[\\/](ui|domain|contracts)[\\/].*\.tsx?$/, sideEffects: false }] } },
  },
});
