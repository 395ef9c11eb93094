// npm run conformance -- SUITE [--json]: runs the cases of a suite from FIXTURES_DIR and ends with one line of JSON.
import console from 'node:console';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runnerImport } from 'vite';

const here = import.meta.dirname;
const root = path.dirname(here);
const suites = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(path.join(here, entry.name, 'suite.ts'))).map((entry) => entry.name);
const [suite] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const json = process.argv.includes('--json');

if (suite === undefined || !suites.includes(suite)) {
  console.error(`Say which suite to run: ${suites.join(', ')}.`);
  process.exit(2);
}

const fixtures = path.resolve(root, process.env.FIXTURES_DIR ?? '../shared/fixtures');
const options = { root, configFile: false, logLevel: 'error', resolve: { tsconfigPaths: true } };
const { module } = await runnerImport(path.join(here, suite, 'suite.ts'), options);
const folder = path.join(fixtures, module.fixtureFolder);
if (!existsSync(folder)) {
  console.log(`Conformance suite ${suite}: skipped, because there is no folder ${folder}. Set FIXTURES_DIR to the folder of the fixtures.`);
  process.exit(process.env.CI === 'true' ? 1 : 0);
}

const { module: report } = await runnerImport(path.join(here, 'report.ts'), options);
const results = await module.run(folder);
process.exitCode = report.printReport(suite, results, json);
