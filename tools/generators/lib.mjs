// Makes an empty lib in the shape of the house: node tools/generators/lib.mjs domain/loyalty
// It writes project.json, tsconfig.json, jest.config.mjs, a room card to fill in, and the path in tsconfig.base.json.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const place = process.argv[2];
if (!/^(domain|server)\/[a-z-]+(\/[a-z-]+)?$|^(contracts|ui|api-client)$/.test(place ?? '')) {
  console.error('Usage: node tools/generators/lib.mjs domain/<noun> | server/<noun> | server/oms/<noun>');
  process.exit(2);
}
const folder = path.join(root, 'libs', place);
if (existsSync(path.join(folder, 'project.json'))) {
  console.error(`libs/${place} exists already. Nothing was changed.`);
  process.exit(1);
}

const noun = place.split('/').at(-1);
const kind = place.includes('/') ? place.split('/')[0] : noun;
const isPlatform = place === 'server/platform';
const project = isPlatform ? 'platform' : kind === noun ? noun : `${kind}-${noun}`;
const up = '../'.repeat(place.split('/').length + 1);
const write = (name, text) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};
const json = (value) => JSON.stringify(value, null, 2) + '\n';
const type = isPlatform ? 'type:platform' : `type:${kind}`;
const targets = { typecheck: {}, lint: {}, test: {} };
const base = `${up}tsconfig.base.json`;

if (kind === 'domain') {
  targets.typecheck = { options: { command: 'tsc -p {projectRoot}/tsconfig.json && tsc -p {projectRoot}/tsconfig.spec.json' } };
  write('tsconfig.json', json({ extends: base, compilerOptions: { lib: ['es2022'], types: [] }, include: ['src'], exclude: ['src/**/*.spec.ts', 'src/testing.ts'] }));
  write('tsconfig.spec.json', json({ extends: base, compilerOptions: { lib: ['es2022'], types: ['jest', 'node'] }, include: ['src'] }));
  write('SPEC.md', `# Rules of ${noun}\n\nEach rule has a number, an example and a test whose title starts with the number.\n`);
} else {
  const browser = ['ui', 'api-client'].includes(kind);
  write('tsconfig.json', json({ extends: base, compilerOptions: browser ? { lib: ['es2023', 'dom', 'dom.iterable'], jsx: 'react-jsx' } : {}, include: ['src'] }));
}
write('project.json', json({ name: project, $schema: `${up}node_modules/nx/schemas/project-schema.json`, projectType: 'library', sourceRoot: `libs/${place}/src`, tags: [type, `scope:${noun}`], targets }));
write('jest.config.mjs', `import preset from '${up}${kind === 'server' ? 'jest.database' : 'jest.preset'}.mjs';\n\nexport default { ...preset, displayName: '${project}', rootDir: import.meta.dirname };\n`);
write('README.md', `# ${project}\n\n**Purpose.** \n\n**Owns.** \n\n**Can do.** \n\n**Says / Hears.** \n\n**May import.** \n\n**Never.** \n\n**Invariants.** \n\n**Try.** \`npx nx test ${project}\`\n`);
write('src/index.ts', 'export {};\n');

const configPath = path.join(root, 'tsconfig.base.json');
const config = JSON.parse(readFileSync(configPath, 'utf8'));
config.compilerOptions.paths[`@oneshelf/${project}`] = [`./libs/${place}/src/index.ts`];
if (kind === 'server') config.compilerOptions.paths[`@oneshelf/${project}/testing`] = [`./libs/${place}/src/testing.ts`];
writeFileSync(configPath, json(config));
console.log(`libs/${place} is there as @oneshelf/${project}. Next: fill in its room card, then write its first use case.`);
