import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { type CaseResult, failureOf } from '../report';
import { type ArithmeticCase, judgeArithmetic } from './arithmetic-cases';
import { type CldrCurrencies, currencyTables, judgeCldr, type Row } from './currency-tables';

export const fixtureFolder = 'money';

/** Every file below the folder by what is in it: cases of arithmetic, or a table of currencies told by its columns. */
export async function run(folder: string): Promise<CaseResult[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files.flatMap((name) => {
    try {
      if (name.endsWith('.json')) return judgeJson(name, readFileSync(path.join(folder, name), 'utf8'));
      return name.endsWith('.csv') ? judgeTable(name, readFileSync(path.join(folder, name), 'utf8')) : [];
    } catch (error) {
      return [failureOf(name, error)];
    }
  });
}

function judgeJson(name: string, text: string): CaseResult[] {
  const content = JSON.parse(text) as { cases?: ArithmeticCase[]; supplemental?: { currencyData?: CldrCurrencies } };
  if (content.supplemental?.currencyData) return judgeCldr(content.supplemental.currencyData);
  if (!content.cases) return [failureOf(name, 'It has no cases and is no table that we know.')];
  return content.cases.map((given) => {
    try {
      return judgeArithmetic(given);
    } catch (error) {
      return failureOf(`${given.op} ${JSON.stringify(given)}`, error);
    }
  });
}

function judgeTable(name: string, text: string): CaseResult[] {
  // A table may name its columns behind a "#"; further lines with one are comments.
  const rows: Row[] = parse(text.replace(/^#/, '').replace(/^#.*$/gm, ''), { columns: true, skip_empty_lines: true, relax_column_count: true, trim: true });
  const table = currencyTables.find(({ columns }) => columns.every((column) => column in (rows[0] ?? {})));
  return table ? table.judge(rows) : [failureOf(name, 'None of our tables has its columns.')];
}
