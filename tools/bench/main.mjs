// npm run bench -- NAME [--json]: measures one path of the product and, in the same run, the floor beneath it.
import console from 'node:console';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { run as runCommand } from '../dev/build.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');
const names = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(path.join(here, entry.name, 'bench.ts'))).map((entry) => entry.name);
const [name] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

if (name === undefined || !names.includes(name)) {
  console.error(`Say which bench to run: ${names.join(', ')}.`);
  process.exit(2);
}
/** The project's other tools stay the files that they are: they find their own folder by it. */
const toolsAsTheyAre = {
  name: 'tools-as-they-are', enforce: 'pre',
  resolveId: (source, importer) => (source.startsWith('.') && source.endsWith('.mjs') && importer ? { id: pathToFileURL(path.resolve(path.dirname(importer), source)).href, external: true } : null),
};
// Bundled as the product is bundled: through a module loader each call over a file's border would cost twice as much.
const outDir = path.join(root, 'dist/bench', name);
await build({
  root, configFile: false, logLevel: 'error', resolve: { tsconfigPaths: true }, plugins: [toolsAsTheyAre],
  build: {
    ssr: true, outDir, emptyOutDir: true, target: 'node20', minify: false, sourcemap: true,
    rollupOptions: { input: { bench: path.join(here, name, 'bench.ts'), kit: path.join(here, 'kit', 'run-bench.ts') } },
  },
});
const [bench, kit] = await Promise.all(['bench', 'kit'].map((file) => import(path.join(outDir, `${file}.js`))));
for (const product of bench.products ?? []) await runCommand(['npx', 'vite', 'build', '-c', `apps/${product}/vite.config.mts`, '--logLevel', 'warn']);
process.exit(await kit.runBench(name, bench.run, { json: process.argv.includes('--json'), limitSeconds: bench.limitSeconds, fixtures: path.resolve(root, process.env.FIXTURES_DIR ?? '../shared/fixtures') }));
