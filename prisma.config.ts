import path from 'node:path';
import { defineConfig } from 'prisma/config';

// Prisma's own schema engine is a download; ours speaks the same protocol from what npm installs. The CLI reads this
// variable after it has loaded this file.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= path.resolve(process.cwd(), 'tools/prisma/schema-engine.mjs');

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://oneshelf:oneshelf@127.0.0.1:5432/oneshelf' },
});
