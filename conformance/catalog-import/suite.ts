import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type FilePreview, previewFile } from '@oneshelf/server-catalog';

export interface SuiteOutcome {
  cases: number;
  agree: number;
  differByRule: number;
  fail: number;
  lines: string[];
}

type Verdict = { agrees: boolean; line: string };

const context = { marketCode: 'GB', currency: 'GBP', locale: 'en-GB' };

/**
 * Every file below `catalog`, whatever its name: a product export that we know must give at least one product and name
 * each row that it rejects; a table that we do not know must import by the mapping that its columns suggest, or name
 * its rows, or wait for a person; everything else must be refused with a reason.
 */
export async function run(fixturesDir: string): Promise<SuiteOutcome> {
  const root = path.join(fixturesDir, 'catalog');
  const outcome: SuiteOutcome = { cases: 0, agree: 0, differByRule: 0, fail: 0, lines: [] };
  for (const name of filesBelow(root)) {
    const verdict = await judge(readFileSync(path.join(root, name))).catch((error: unknown) => ({ agrees: false, line: `threw ${String(error)}` }));
    outcome.cases += 1;
    if (verdict.agrees) outcome.agree += 1;
    else outcome.fail += 1;
    outcome.lines.push(`${verdict.agrees ? 'agree' : 'FAIL '} ${name}: ${verdict.line}`);
  }
  return outcome;
}

const filesBelow = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();

async function judge(content: Buffer): Promise<Verdict> {
  const preview = await previewFile(content, context);
  if (!preview.ok) return { agrees: preview.refusal.message.length > 0, line: `refused, ${preview.refusal.kind}: ${preview.refusal.message}` };
  const { format, columns, rowsTotal, read } = preview.value;
  if (!read) return { agrees: true, line: `waits for a mapping by hand: no column of ${columns.join(', ')} looks like a title` };
  const unnamed = unnamedRows(read, rowsTotal);
  const hasOutcome = format === 'mapped' ? read.products.length > 0 || read.findings.length > 0 : read.products.length > 0;
  return { agrees: hasOutcome && unnamed === 0, line: `${format}: ${summary(read)}${unnamed === 0 ? '' : `; ${unnamed} rows rejected without being named`}` };
}

type ReadProducts = NonNullable<FilePreview['read']>;

/** Rows that are in no product and in no finding. */
function unnamedRows({ products, findings }: ReadProducts, rowsTotal: number): number {
  const named = new Set(findings.filter(({ severity, column, message }) => severity === 'error' && column !== '' && message !== '').map(({ row }) => row));
  const imported = products.reduce((total, { rows }) => total + rows.length, 0);
  return Math.max(0, rowsTotal - imported - named.size);
}

function summary({ products, findings, productsRejected }: ReadProducts): string {
  const variants = products.reduce((total, product) => total + product.variants.length, 0);
  const codes = new Map<string, number>();
  for (const { code } of findings) codes.set(code, (codes.get(code) ?? 0) + 1);
  return `${products.length} products, ${variants} variants, ${productsRejected} rejected${codes.size > 0 ? ` (${[...codes].map(([code, count]) => `${code} ${count}`).join(', ')})` : ''}`;
}
