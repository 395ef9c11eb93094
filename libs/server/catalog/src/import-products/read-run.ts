import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { mappedLayout } from './formats/mapped-layout';
import { recogniseLayout } from './formats/recognise-layout';
import type { FileLayout, ImportContext } from './import-model';
import type { ImportRunRow } from './import-run.repository';
import { openProductFile } from './read-file/open-product-file';
import { readProducts, type ReadProducts } from './read-products';

export interface RunInput {
  read: ReadProducts;
  context: ImportContext;
  columns: { sku: string; barcode: string; key: string };
}

export type ReadRunRefusal = { kind: 'mapping_needed' | 'file_unreadable'; message: string };

/** The products of an uploaded file, by the layout that it is known or mapped to have. */
@Injectable()
export class ReadRun {
  constructor(private readonly organisation: OrganisationDirectory) {}

  async contextOf(marketCode: string): Promise<ImportContext> {
    const { code, currency, locale } = await this.organisation.market(marketCode);
    return { marketCode: code, currency, locale };
  }

  async read(run: ImportRunRow): Promise<Result<RunInput, ReadRunRefusal>> {
    const context = await this.contextOf(run.marketCode);
    const layout = layoutOf(run, context);
    if (!layout) return refuse({ kind: 'mapping_needed', message: 'Nobody knows these columns yet. Say which column holds the title and the others, then check again.' });
    const opened = await openProductFile(run.content);
    if (!opened.ok) return refuse({ kind: 'file_unreadable', message: opened.refusal.message });
    const read = await readProducts(opened.value, layout, context);
    const { title, handle, sku, barcode } = layout.fields;
    const key = title ?? handle ?? '';
    return ok({ read, context, columns: { sku: sku ?? key, barcode: barcode ?? key, key } });
  }
}

function layoutOf(run: ImportRunRow, context: ImportContext): FileLayout | null {
  if (!run.mapping) return recogniseLayout(run.columns, context);
  const layout = mappedLayout(run.columns, run.mapping);
  return layout.ok ? layout.value : null;
}
