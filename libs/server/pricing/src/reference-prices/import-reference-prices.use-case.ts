import { Injectable } from '@nestjs/common';
import type { ReferenceImport } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions, type Tx } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type FileReference, readReferenceFile } from './read-reference-file';
import { type ReferencePrice, ReferencePriceRepository } from './reference-price.repository';

export type ReferenceImportRefusal =
  | { kind: 'unknown_market'; message: string }
  | ({ kind: 'invalid_reference_prices'; message: string } & Pick<ReferenceImport, 'errorCount' | 'errors'>);

interface ImportedFile {
  marketCode: string;
  content: Buffer;
  /** Only looked at: nothing is written. */
  isDryRun: boolean;
  /** What the file's sources had and the file has not goes away. */
  isWhole: boolean;
  now: Date;
}

/** Errors that an answer names; the others are counted. */
const NAMED_ERRORS = 200;

/** What others ask, and what makers allow, from a file: taken whole or not at all. */
@Injectable()
export class ImportReferencePrices {
  constructor(
    private readonly transactions: Transactions,
    private readonly references: ReferencePriceRepository,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(actor: StaffActor, file: ImportedFile): Promise<Result<ReferenceImport, ReferenceImportRefusal>> {
    const market = (await this.organisation.read()).markets.get(file.marketCode);
    if (!market) return refuse({ kind: 'unknown_market', message: `There is no market ${file.marketCode}. Nothing was stored.` });
    const read = readReferenceFile(file.content, { currency: market.currency, locale: market.locale, now: file.now });
    const variants = await this.variants.bySkus([...new Set(read.skus.map(({ sku }) => sku))]);
    const unknown = read.skus.filter(({ sku }) => !variants.has(sku)).map(({ row, sku }) => ({ row, column: 'sku' as const, code: 'unknown_sku' as const, message: `There is no product with the SKU “${sku}”.` }));
    const errors = [...read.errors, ...unknown].sort((a, b) => a.row - b.row);
    const found = { rows: read.rows, errorCount: errors.length, errors: errors.slice(0, NAMED_ERRORS), sources: sourcesOf(read.references) };
    if (errors.length > 0 && !file.isDryRun) return refuse({ kind: 'invalid_reference_prices', message: `${errors.length} cells cannot be taken. Nothing was stored.`, errorCount: errors.length, errors: found.errors });
    const wanted = read.references.flatMap(({ sku, ...reference }) => {
      const variantId = variants.get(sku)?.id;
      return variantId === undefined ? [] : [{ ...reference, variantId }];
    });
    return this.transactions.run<ReferenceImport, ReferenceImportRefusal>(async (tx) => ok({ isDryRun: file.isDryRun, ...found, ...(await this.take(tx, { actor, file, wanted })) }));
  }

  private async take(tx: Tx, { actor, file, wanted }: { actor: StaffActor; file: ImportedFile; wanted: readonly ReferencePrice[] }): Promise<Pick<ReferenceImport, 'added' | 'changed' | 'same' | 'removed'>> {
    const { marketCode } = file;
    await this.references.lock(tx, marketCode);
    const known = new Map((await this.references.ofMarket(marketCode, tx)).map((reference) => [keyOf(reference), reference]));
    const changed = wanted.filter((reference) => known.has(keyOf(reference)) && known.get(keyOf(reference))?.amountMinor !== reference.amountMinor);
    const added = wanted.filter((reference) => !known.has(keyOf(reference)));
    const inFile = new Set(wanted.map(keyOf));
    const sources = new Set(wanted.map(sourceKey));
    const gone = file.isWhole ? [...known.values()].filter((reference) => sources.has(sourceKey(reference)) && !inFile.has(keyOf(reference))) : [];
    const counts = { added: added.length, changed: changed.length, same: wanted.length - added.length - changed.length, removed: gone.length };
    if (file.isDryRun) return counts;
    // Those that are the same too: they were seen again.
    await this.references.write(tx, marketCode, wanted);
    await this.references.remove(tx, marketCode, gone);
    await recordAudit(tx, { actor, action: 'import', subject: 'reference_price', subjectId: marketCode, after: { ...counts, sources: [...sources] } });
    return counts;
  }
}

const sourceKey = ({ kind, source }: Pick<ReferencePrice, 'kind' | 'source'>): string => `${kind} ${source}`;
const keyOf = (reference: Pick<ReferencePrice, 'kind' | 'source' | 'variantId'>): string => `${reference.variantId} ${sourceKey(reference)}`;

function sourcesOf(references: readonly FileReference[]): ReferenceImport['sources'] {
  const sources = new Map<string, ReferenceImport['sources'][number]>();
  for (const { kind, source } of references) {
    const known = sources.get(sourceKey({ kind, source })) ?? { kind, source, rows: 0 };
    sources.set(sourceKey(known), { ...known, rows: known.rows + 1 });
  }
  return [...sources.values()];
}
