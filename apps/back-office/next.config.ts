import path from 'node:path';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const root = path.resolve(import.meta.dirname, '../..');
const apiUrl = process.env.API_URL ?? 'http://127.0.0.1:4100';

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: root,
  // The messages are compiled on the server: src/i18n/compile-messages.ts.
  turbopack: { root, resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
  poweredByHeader: false,
  // A title comes with its page for everybody, never after it: it costs no read, and a tab without a name is lost to a screen reader.
  htmlLimitedBots: /.*/,
  // Writing it takes longer than it saves: an unchanged office comes from Nx, and edits are made under `next dev`.
  experimental: { turbopackFileSystemCacheForBuild: false },
  // Types are checked by the target typecheck; once is enough.
  typescript: { ignoreBuildErrors: true },
  allowedDevOrigins: ['127.0.0.1'],
  // One origin for the browser: no CORS, and the session cookie stays first-party.
  rewrites: () => Promise.resolve([{ source: '/api/:path*', destination: `${apiUrl}/api/:path*` }]),
};

export default createNextIntlPlugin('./src/i18n/request.ts')(config);
