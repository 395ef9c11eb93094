// Whatever writes stock is raced: docs/stock-races.md says of each writer who comes into its middle, and which test shows it.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, root } from './files.mjs';

const LIST = 'docs/stock-races.md';
/** What changes levels, holds, rights and promises; whoever is given one of these writes stock, and so does who is given that one in turn. */
const REPOSITORIES = ['StockLedgerRepository', 'StockHoldRepository', 'RegisterGrantRepository', 'PromiseRepository', 'LevelFoldRepository', 'SerialFoldRepository'];
/** Edges hand on, queries read. */
const NO_WRITERS = /(?:\.spec|\.module|\.controller|\.handler|\.query|\/testing[\w-]*)\.ts$|\/stock-model\/|\/races\//;
const WRITES = /\b(?:UPDATE|INSERT INTO) stock_(?:level|movement)\b/;
const TURNS = 3;

const read = (file) => readFileSync(path.join(root, file), 'utf8');
const classesOf = (text) => [...text.matchAll(/^export (?:abstract )?class (\w+)/gm)].map(([, name]) => name);
const isGiven = (text, names) => names.some((name) => new RegExp(`(?:private|protected|public|readonly)[^\\n]*: ${name}\\b`).test(text));

/** Files whose classes write stock, themselves or by somebody: in other libs only those that call a use case of this one. */
export function stockWriters(files) {
  const texts = new Map(files.filter((file) => file.endsWith('.ts') && !NO_WRITERS.test(file)).map((file) => [file, read(file)]));
  const inside = (file) => file.startsWith('libs/server/inventory/');
  const writers = new Set([...texts].filter(([file, text]) => inside(file) && WRITES.test(text) && !file.endsWith('.repository.ts') && !file.includes('/lots/lot-fold')).map(([file]) => file));
  let names = [...REPOSITORIES, ...[...writers].flatMap((file) => classesOf(texts.get(file)))];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const found = [...texts].filter(([file, text]) => !writers.has(file) && inside(file) && !file.endsWith('.repository.ts') && isGiven(text, names));
    for (const [file] of found) writers.add(file);
    names = [...names, ...found.flatMap(([, text]) => classesOf(text))];
  }
  for (const [file, text] of texts) if (!inside(file) && isGiven(text, names)) writers.add(file);
  return [...writers].sort();
}

export function checkStockRaces() {
  const rows = read(LIST).split('\n').filter((line) => line.startsWith('| `')).map((line) => line.slice(1, -1).split('|').map((cell) => cell.trim().replace(/^`|`$/g, '')));
  const writers = stockWriters(filesBelow('libs/server'));
  const listed = new Set(rows.map(([file]) => file));
  return [
    ...writers.filter((file) => !listed.has(file)).map((file) => `${file} writes stock and has no line in ${LIST}. Write a test that puts a competitor into its middle, and list it.`),
    ...[...listed].filter((file) => !writers.includes(file)).map((file) => `${LIST} lists ${file}, which does not write stock. Take the line out.`),
    ...rows.flatMap(([file, competitor, spec, title]) => missingTest({ file, competitor, spec, title })),
  ];
}

/** A line without a test says why there is none. */
function missingTest({ file, competitor, spec, title }) {
  if (spec === '—') return title ? [] : [`${LIST}: ${file} has no test and no reason.`];
  if (!competitor || !spec || !title) return [`${LIST}: the line of ${file} lacks its competitor, test file or title.`];
  if (!existsSync(path.join(root, spec))) return [`${LIST}: ${file} names the test file ${spec}, which does not exist.`];
  return read(spec).includes(title.replaceAll('\\|', '|')) ? [] : [`${LIST}: ${spec} has no test "${title}".`];
}
