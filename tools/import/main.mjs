// npm run import -- FILE [--market GB] [--mapping FILE.json] [--check]: brings a product file in through the API, as a person would.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ImportClient, Refused } from './import-client.mjs';
import { printFindings, printResult, showProgress } from './print-import.mjs';

const usage = `npm run import -- FILE [--market GB] [--mapping MAPPING.json] [--check]

  --market    the market that the prices are for (default: GB)
  --mapping   a JSON file {"fields": {"title": "Name", "sku": "Article", …}} for columns that nobody knows
  --check     only the dry run: says what an import would do

ONESHELF_URL, ONESHELF_EMAIL and ONESHELF_PASSWORD say where and who (default: the demo on this machine).`;

const POLL_MS = 500;

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Refused || error.code === 'ENOENT' ? error.message : error.stack);
  process.exitCode = 1;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { market: { type: 'string', default: 'GB' }, mapping: { type: 'string' }, check: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (!file || values.help) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const content = readFileSync(file);
  const client = new ImportClient(process.env.ONESHELF_URL ?? 'http://127.0.0.1:4000');
  await client.signIn(process.env.ONESHELF_EMAIL ?? 'ines.duarte@fieldhouse.example', process.env.ONESHELF_PASSWORD ?? 'oneshelf-demo');

  let run = await client.upload(path.basename(file), content, values.market);
  console.log(`${run.fileName}: ${run.rowsTotal} rows, format ${run.format}`);
  const mapping = values.mapping ? JSON.parse(readFileSync(values.mapping, 'utf8')) : null;
  if (mapping) run = await client.post(`${run.id}/mapping`, mapping);
  if (run.format === 'unknown') throw new Refused(unknownColumns(run));
  run = await client.post(`${run.id}/check`);
  if (!values.check) run = await importAll(client, run);
  printResult(run);
  printFindings(run);
  if (run.failure) console.error(`The import failed: ${run.failure}`);
  return run.counts.rowsRejected > 0 || (!values.check && run.status !== 'done') ? 1 : 0;
}

/** Starts the import and watches it to its end. Ctrl-C asks the server to roll it back. */
async function importAll(client, checked) {
  const { id } = checked;
  let run = await client.post(`${id}/start`);
  const cancel = () => void client.post(`${id}/cancel`).catch((error) => console.error(error.message));
  process.once('SIGINT', cancel);
  while (run.status === 'importing') {
    showProgress(run);
    await new Promise((resolve) => { setTimeout(resolve, POLL_MS); });
    run = await client.get(id);
  }
  process.removeListener('SIGINT', cancel);
  showProgress(run);
  return run;
}

function unknownColumns(run) {
  const suggestion = run.suggestedMapping ? `\nA guess by their names, for --mapping:\n${JSON.stringify(run.suggestedMapping)}` : '';
  return `Nobody knows these columns: ${run.columns.join(', ')}. Nothing was imported. Say with --mapping which holds what.${suggestion}`;
}
