import { Injectable } from '@nestjs/common';
import type { ImportCounts, ImportFinding, ImportMapping, ImportRun, ImportRunSummary } from '@oneshelf/contracts';
import { PrismaReads } from '@oneshelf/platform';
import { guessMapping } from '../formats/guess-mapping';
import { mappedLayout } from '../formats/mapped-layout';
import { recogniseLayout } from '../formats/recognise-layout';
import type { ImportContext } from '../import-model';
import { ReadRun } from '../read-run';
import { LayoutReader } from '../validate/layout-reader';

const SHOWN_RUNS = 100;
const SHOWN_FINDINGS = 100;

const summaryFields = {
  id: true, file_name: true, format: true, market_code: true, status: true, rows_total: true, rows_done: true, counts: true, failure: true, cancel_asked: true,
  created_by: true, created_at: true, finished_at: true,
} as const;

interface SummaryRow {
  id: string; file_name: string; format: string; market_code: string; status: string; rows_total: number; rows_done: number; counts: unknown;
  failure: string | null; cancel_asked: boolean; created_by: string; created_at: Date; finished_at: Date | null;
}

/** Imports as screens show them. The file itself is never read here. */
@Injectable()
export class ImportsQuery {
  constructor(
    private readonly prisma: PrismaReads,
    private readonly reader: ReadRun,
  ) {}

  async list(): Promise<ImportRunSummary[]> {
    const rows = await this.prisma.import_run.findMany({ select: summaryFields, orderBy: [{ created_at: 'desc' }, { id: 'desc' }], take: SHOWN_RUNS });
    return rows.map(toSummary);
  }

  /** One import with its first findings, errors before warnings; undefined when there is none. */
  async byId(id: string): Promise<ImportRun | undefined> {
    const row = await this.prisma.import_run.findUnique({ where: { id }, select: { ...summaryFields, columns: true, samples: true, mapping: true } });
    if (!row) return undefined;
    const [findings, context] = await Promise.all([
      this.prisma.import_error.findMany({ where: { run_id: id }, orderBy: [{ severity: 'asc' }, { row: 'asc' }, { column: 'asc' }], take: SHOWN_FINDINGS }),
      this.reader.contextOf(row.market_code),
    ]);
    const mapping = row.mapping as ImportMapping | null;
    return {
      ...toSummary(row), columns: row.columns, columnsNotUsed: columnsNotUsed(row.columns, mapping, context), samples: row.samples as string[][],
      mapping, suggestedMapping: row.format === 'unknown' ? guessMapping(row.columns, context.locale) : null, mappingKept: row.format === 'mapped' && row.status === 'uploaded',
      findings: findings.map(({ row: line, column, code, message, value, severity }) => ({ row: line, column, code, message, value, severity: severity as ImportFinding['severity'] })),
    };
  }
}

function columnsNotUsed(columns: string[], mapping: ImportMapping | null, context: ImportContext): string[] {
  const mapped = mapping && mappedLayout(columns, mapping);
  const layout = mapped?.ok ? mapped.value : recogniseLayout(columns, context);
  return layout ? new LayoutReader(layout, columns).columnsNotUsed : [];
}

const toSummary = (row: SummaryRow): ImportRunSummary => ({
  id: row.id, fileName: row.file_name, format: row.format as ImportRunSummary['format'], marketCode: row.market_code, status: row.status as ImportRunSummary['status'],
  rowsTotal: row.rows_total, rowsDone: row.rows_done, counts: Object.keys(row.counts as object).length > 0 ? (row.counts as ImportCounts) : null, failure: row.failure,
  cancelAsked: row.cancel_asked, createdBy: row.created_by, createdAt: row.created_at.toISOString(), finishedAt: row.finished_at?.toISOString() ?? null,
});
