import type { Cell, Finding } from '../import-model';

const SHOWN = 200;

export interface Complaint {
  code: string;
  message: string;
}

/** What was found wrong in a file, one entry a cell. An error rejects the product; a warning leaves something out. */
export class Findings {
  readonly all: Finding[] = [];
  private readonly places = new Set<string>();

  error(row: number, cell: Cell, complaint: Complaint): void {
    this.add('error', { row, ...complaint, ...shown(cell) });
  }

  warning(row: number, cell: Cell, complaint: Complaint): void {
    this.add('warning', { row, ...complaint, ...shown(cell) });
  }

  /** Takes entries in again, for one product whose findings were collected apart. */
  take(findings: Finding[]): void {
    for (const finding of findings) this.add(finding.severity, finding);
  }

  get rowsWithErrors(): Set<number> {
    return new Set(this.all.filter(({ severity }) => severity === 'error').map(({ row }) => row));
  }

  private add(severity: Finding['severity'], finding: Omit<Finding, 'severity'>): void {
    const place = `${finding.row} ${finding.column}`;
    if (this.places.has(place)) return; // the first complaint about a cell is enough
    this.places.add(place);
    this.all.push({ ...finding, severity });
  }
}

const shown = ({ column, text }: Cell) => ({ column, value: text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text });

/** Rejects the rows of a product that have no error of their own, so that every rejected row is named. */
export function rejectSiblings(findings: Findings, rows: number[], column: string): void {
  const guilty = findings.rowsWithErrors;
  const first = [...guilty][0];
  if (first === undefined) return;
  for (const row of rows) {
    if (!guilty.has(row)) findings.error(row, { column, text: '' }, { code: 'product_rejected', message: `Not imported, because row ${first} of the same product has an error. A product is imported whole or not at all.` });
  }
}
