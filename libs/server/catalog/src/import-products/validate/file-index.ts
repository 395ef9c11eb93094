import { createHash } from 'node:crypto';

/** What must be unique in a file, by the row that has it first. */
export class FileIndex {
  readonly handles = new Map<string, number>();
  private readonly skus = new Map<string, number>();
  private readonly barcodes = new Map<string, number>();

  /** Takes a code for a row; the row that has it already, if any. */
  claim(kind: 'skus' | 'barcodes', code: string, row: number): number | undefined {
    const earlier = this[kind].get(code);
    if (earlier === undefined) this[kind].set(code, row);
    return earlier;
  }

  /** "parasol-15056bl" is taken by SKU 15056BL: the other gets a tail from its SKU, the same one each time. */
  apart(handle: string, sku: string): string {
    const tailed = `${handle}-${createHash('sha256').update(sku).digest('hex').slice(0, 6)}`;
    this.handles.set(tailed, 0);
    return tailed;
  }
}
