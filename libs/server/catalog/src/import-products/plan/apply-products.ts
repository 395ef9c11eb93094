import { Injectable } from '@nestjs/common';
import { type ImportCounts, PricesImported, StockImported } from '@oneshelf/contracts';
import { publish, type Tx } from '@oneshelf/platform';
import type { Finding, ImportContext, ProductDraft } from '../import-model';
import { CatalogueImportRepository, type WrittenVariant } from './catalogue-import.repository';
import { decideProduct, type DecisionScope, type ProductDecision } from './decide-product';
import { countDecision } from './import-counts';

export interface ApplyInput {
  importId: string;
  products: ProductDraft[];
  context: ImportContext;
  columns: DecisionScope['columns'];
  counts: ImportCounts;
  /** A dry run decides all and writes nothing. */
  write: boolean;
  /** Told after each batch how many rows are done; may throw to stop. */
  onBatch(rows: number): Promise<void>;
}

const BATCH_PRODUCTS = 500;
const MAX_PER_EVENT = 500;

@Injectable()
export class ApplyProducts {
  constructor(private readonly repository: CatalogueImportRepository) {}

  /** Decides product after product in the order of the file, adds to `counts`, and gives what clashed with the catalogue. */
  async run(tx: Tx, input: ApplyInput): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (let from = 0; from < input.products.length; from += BATCH_PRODUCTS) {
      const batch = input.products.slice(from, from + BATCH_PRODUCTS);
      const existing = await this.repository.loadExisting(tx, batch);
      const decisions = batch.map((draft) => decideProduct(draft, { existing, marketCode: input.context.marketCode, columns: input.columns }));
      for (const decision of decisions) {
        countDecision(input.counts, decision);
        if (decision.kind === 'rejected') findings.push(...decision.findings);
      }
      if (input.write) await this.write(tx, decisions, input);
      await input.onBatch(batch.reduce((rows, product) => rows + product.rows.length, 0));
    }
    return findings;
  }

  private async write(tx: Tx, decisions: ProductDecision[], input: ApplyInput): Promise<void> {
    const written = decisions.filter(isWritten);
    if (written.length === 0) return;
    const variants = (await this.repository.write(tx, written, input.context.currency)).flat();
    await this.announce(tx, variants, input);
  }

  /** Prices go to pricing's draft, opening stock of new variants to inventory: by event, in this transaction. */
  private async announce(tx: Tx, variants: WrittenVariant[], { importId, context }: ApplyInput): Promise<void> {
    const prices = variants.flatMap(({ id, priceMinor }) => (priceMinor === null ? [] : [{ variantId: id, amountMinor: priceMinor }]));
    const lines = variants.flatMap(({ id, isNew, stockMilli, stockLocation }) => (isNew && stockMilli ? [{ variantId: id, quantityMilli: stockMilli, locationName: stockLocation }] : []));
    const { marketCode, currency } = context;
    await publish(
      tx,
      ...chunks(prices).map((chunk) => ({ type: PricesImported, key: importId, payload: { importId, marketCode, currency, prices: chunk } })),
      ...chunks(lines).map((chunk) => ({ type: StockImported, key: importId, payload: { importId, marketCode, lines: chunk } })),
    );
  }
}

type Written = Extract<ProductDecision, { kind: 'new' | 'changed' }>;

const isWritten = (decision: ProductDecision): decision is Written => decision.kind === 'new' || decision.kind === 'changed';

function chunks<Item>(items: Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / MAX_PER_EVENT) }, (_, index) => items.slice(index * MAX_PER_EVENT, (index + 1) * MAX_PER_EVENT));
}
