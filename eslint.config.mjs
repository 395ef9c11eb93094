import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';


// Who may import whom: the two maps of ARCHITECTURE.md. A tag pair names one lib, e.g. type:domain + scope:pricing.
const domainMap = {
  kernel: [], barcodes: [], tax: ['kernel'], promotions: ['kernel'], inventory: ['kernel'], payments: ['kernel'],
  pricing: ['kernel', 'tax', 'promotions'], routing: ['kernel', 'inventory'], orders: ['kernel', 'pricing'],
  returns: ['kernel', 'orders', 'pricing'], marketplace: ['kernel', 'orders', 'inventory'], purchasing: ['kernel'],
};
const serverMap = {
  organisation: [], identity: ['organisation'], catalog: ['organisation'], customers: [], payments: ['organisation'],
  messages: ['organisation', 'orders', 'payments', 'returns'],
  pricing: ['organisation', 'catalog', 'customers'], inventory: ['organisation', 'catalog'],
  purchasing: ['organisation', 'identity', 'catalog', 'inventory'],
  orders: ['organisation', 'catalog', 'customers', 'pricing', 'inventory', 'payments'],
  fulfilment: ['organisation', 'orders', 'inventory', 'payments'],
  returns: ['organisation', 'orders', 'inventory', 'payments'],
  marketplace: ['organisation', 'catalog', 'pricing', 'inventory', 'orders'],
  'pos-sync': ['organisation', 'identity', 'catalog', 'pricing', 'inventory', 'customers', 'orders', 'fulfilment', 'returns', 'payments'],
  insights: ['organisation', 'catalog', 'pricing', 'inventory', 'orders', 'returns', 'payments', 'marketplace', 'pos-sync', 'fulfilment'],
};
const tagsOf = (kind, map, more = []) =>
  Object.entries(map).map(([scope, allowed]) => ({
    allSourceTags: [`type:${kind}`, `scope:${scope}`],
    onlyDependOnLibsWithTags: [...allowed.map((name) => `scope:${name}`), `scope:${scope}`, ...more, ...(kind === 'server' ? ['type:domain', 'type:contracts', 'type:platform', 'type:prisma'] : [])],
  }));

/** Everything about who may import whom; `testKits`: what the specs of these files may use besides. */
const depConstraints = (testKits = []) => [
  ...tagsOf('domain', domainMap),
  ...tagsOf('server', serverMap, testKits),
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:domain'] },
  { sourceTag: 'type:server', notDependOnLibsWithTags: ['type:ui', 'type:app'] },
  { sourceTag: 'type:platform', onlyDependOnLibsWithTags: ['type:platform', 'scope:kernel', 'type:contracts', 'type:prisma'] },
  // The reference data are the product's own tables of facts.
  { sourceTag: 'type:prisma', onlyDependOnLibsWithTags: ['type:prisma', 'type:domain'] },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:contracts', 'type:domain'] },
  { sourceTag: 'type:ui', onlyDependOnLibsWithTags: ['type:ui', 'scope:kernel'] },
  // Types and wire only; what the answers mean stands in contracts, and screens hand those on.
  { sourceTag: 'type:api-client', onlyDependOnLibsWithTags: ['type:api-client'] },
  { sourceTag: 'scope:browser-app', onlyDependOnLibsWithTags: ['type:domain', 'type:contracts', 'type:ui', 'type:api-client'] },
  // A bench measures the product from outside, so it may see every side of the server and the other companies' simulators.
  { sourceTag: 'scope:bench', onlyDependOnLibsWithTags: ['scope:bench', 'scope:simulators', 'type:server', 'type:domain', 'type:contracts', 'type:platform', 'type:prisma'] },
  { sourceTag: 'scope:operate', onlyDependOnLibsWithTags: ['scope:operate', 'type:server', 'type:platform'] },
  // A fault run drives the product from outside; of its inside it knows the engine that a till runs, the words on the wire and the demo chain.
  { sourceTag: 'scope:faults', onlyDependOnLibsWithTags: ['scope:faults', 'type:domain', 'type:contracts', 'type:platform', 'type:prisma'] },
  // A conformance suite runs the product's own rules and simulators on published cases.
  { sourceTag: 'scope:conformance', onlyDependOnLibsWithTags: ['scope:simulators', 'scope:conformance', 'type:server', 'type:domain', 'type:contracts', 'type:platform'] },
  // A story walks the product from outside; it knows the demo chain, the words on the wire and the engine that it checks against.
  { sourceTag: 'scope:e2e', onlyDependOnLibsWithTags: ['scope:e2e', 'type:domain', 'type:contracts', 'type:prisma'] },
  { sourceTag: 'scope:server-app', onlyDependOnLibsWithTags: ['type:server', 'type:domain', 'type:contracts', 'type:platform', 'type:prisma'] },
];

export default tseslint.config(
  { ignores: ['**/node_modules', '**/dist', '**/.next', 'prisma/generated', '**/*.d.ts', '.nx', '.data*', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 3 }],
    },
  },
  {
    files: ['**/*.spec.{ts,tsx}', '**/testing.ts', 'e2e/**', 'prisma/seed/**', 'tools/**'],
    rules: { 'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }], 'max-lines-per-function': 'off' },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', crypto: 'readonly', console: 'readonly', fetch: 'readonly', URL: 'readonly', Buffer: 'readonly', performance: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', AbortSignal: 'readonly', FormData: 'readonly', Blob: 'readonly', globalThis: 'readonly', WebAssembly: 'readonly' } } },
  // Nest writes a constructor's dependencies as parameters; five is the house's limit there.
  { files: ['libs/server/**/*.ts', 'apps/api/**/*.ts', 'apps/worker/**/*.ts'], rules: { '@typescript-eslint/max-params': ['error', { max: 5 }] } },
  // React components are functions that hold their markup.
  { files: ['**/*.tsx'], plugins: { 'react-hooks': hooks }, rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error', 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] } },
  {
    files: ['libs/server/**/*.ts', 'apps/**/*.{ts,tsx}', 'libs/ui/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }] },
  },
  {
    files: ['libs/domain/**/*.ts'], ignores: ['**/*.spec.ts', '**/testing.ts'],
    rules: {
      'no-restricted-syntax': ['error',
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time is an argument in domain code.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument in domain code.' },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Chance is an argument in domain code.' },
        { selector: 'ImportExpression', message: 'Domain code loads nothing at run time.' }],
      'no-restricted-imports': ['error', { patterns: [{ regex: '^(?!\\.|@oneshelf/domain-)', message: 'Domain code imports no package.' }] }],
    },
  },
  {
    files: ['libs/server/**/*.ts', 'apps/**/*.{ts,tsx}'], ignores: ['libs/server/platform/src/config/**', '**/*.config.*', '**/*.spec.ts', '**/testing.ts'],
    rules: { 'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Configuration is parsed once, in platform/config.' }] },
  },
  {
    files: ['libs/**/*.{ts,tsx}'], ignores: ['**/jest.config.mjs'],
    rules: { 'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } }] },
  },
  {
    files: ['**/*.{ts,tsx,mts}'], plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', {
        enforceBuildableLibDependency: false, allow: [],
        depConstraints: depConstraints(),
      }],
    },
  },
  {
    // Another company stands at the border of these; its simulator is their test kit, never part of the product.
    files: ['libs/server/{payments,marketplace}/src/**/*.spec.ts', 'libs/server/{payments,marketplace}/src/testing.ts', 'libs/server/oms/*/src/**/*.spec.ts', 'libs/server/oms/*/src/testing.ts'], plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints: depConstraints(['scope:simulators']) }] },
  },
);
