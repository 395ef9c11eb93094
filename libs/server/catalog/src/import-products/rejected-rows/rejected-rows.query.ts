import { Injectable } from '@nestjs/common';
import { PrismaReads } from '@oneshelf/platform';
import { openProductFile } from '../read-file/open-product-file';
import { readRecords } from '../read-file/read-records';

export interface RejectedRows {
  fileName: string;
  /** The header and the rejected rows as they came, with a last column `error`; UTF-8 with a byte-order mark, for spreadsheets. */
  text: string;
}

/** The file of rejected rows: correct it and import it again as it is. Undefined when there is no such import. */
@Injectable()
export class RejectedRowsQuery {
  constructor(private readonly prisma: PrismaReads) {}

  async run(importId: string): Promise<RejectedRows | undefined> {
    const run = await this.prisma.import_run.findUnique({ where: { id: importId }, select: { file_name: true, content: true } });
    if (!run) return undefined;
    const errors = await this.prisma.import_error.findMany({ where: { run_id: importId, severity: 'error' }, orderBy: [{ row: 'asc' }, { column: 'asc' }] });
    const byRow = new Map<number, string[]>();
    for (const { row, column, message } of errors) byRow.set(row, [...(byRow.get(row) ?? []), `${column}: ${message}`]);
    const content = Buffer.from(run.content);
    const opened = await openProductFile(content);
    const fileName = `${run.file_name.replace(/\.[^.]*$/, '')}-rejected.csv`;
    if (!opened.ok) return { fileName, text: '\ufefferror\r\n' };
    const { delimiter, columns } = opened.value;
    const lines = [[...columns, 'error']];
    for await (const { row, cells } of readRecords(content, delimiter)) {
      const messages = byRow.get(row);
      if (messages) lines.push([...columns.map((_, index) => cells[index] ?? ''), messages.join(' ')]);
    }
    return { fileName, text: `\ufeff${lines.map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter)).join('\r\n')}\r\n` };
  }
}

const quoted = (cell: string, delimiter: string): string => (cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
