import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type FilePreview, previewFile } from '@oneshelf/server-catalog';
import { type CaseResult, resultOf } from '../report';
import { stricterRules } from './rules';

type ReadProducts = NonNullable<FilePreview['read']>;

/** The folder of the fixtures that this suite reads. */
export const fixtureFolder = 'catalog';

const context = { marketCode: 'GB', currency: 'GBP', locale: 'en-GB' };

/**
 * Every file below the folder, whatever its name: a product export that we know must give at least one product and name
 * each row that it rejects; a table that we do not know must import by the mapping that its columns suggest, or name
 * its rows, or wait for a person; everything else must be refused with a reason.
 */
export async function run(root: string): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const name of filesBelow(root)) {
    const result = await judge(name, readFileSync(path.join(root, name))).catch((error: unknown) => resultOf(name, [], [`threw ${String(error)}`]));
    results.push(result);
  }
  return results;
}

const filesBelow = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();

async function judge(name: string, content: Buffer): Promise<CaseResult> {
  const preview = await previewFile(content, context);
  if (!preview.ok) return resultOf(`${name}: refused, ${preview.refusal.kind}`, [], preview.refusal.message === '' ? ['It is refused without a reason.'] : []);
  const { format, rowsTotal, read } = preview.value;
  if (!read) return resultOf(`${name}: no column looks like a title, a person maps it`, [], []);
  const unnamed = unnamedRows(read, rowsTotal);
  const problems = unnamed > 0 ? [`${unnamed} rows are rejected without being named.`] : [];
  if (read.products.length === 0 && (format !== 'mapped' || read.findings.length === 0)) problems.push('Not one product can be imported, and nothing says why.');
  const stricter = format === 'mapped' ? [] : rejections(read).map((code) => stricterRules[code]);
  if (stricter.includes(undefined)) problems.push(`Rows of a known format are rejected without a rule of our table: ${rejections(read).join(', ')}.`);
  return resultOf(`${name}: ${format}, ${summary(read)}`, stricter.filter((rule) => rule !== undefined), problems);
}

/** Rows that are in no product and in no error with column and message. */
function unnamedRows({ products, findings }: ReadProducts, rowsTotal: number): number {
  const named = new Set(findings.filter(({ severity, column, message }) => severity === 'error' && column !== '' && message !== '').map(({ row }) => row));
  const imported = products.reduce((total, { rows }) => total + rows.length, 0);
  return Math.max(0, rowsTotal - imported - named.size);
}

const rejections = ({ findings }: ReadProducts): string[] => [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code))];

function summary({ products, productsRejected }: ReadProducts): string {
  const variants = products.reduce((total, product) => total + product.variants.length, 0);
  return `${products.length} products, ${variants} variants, ${productsRejected} rejected`;
}
