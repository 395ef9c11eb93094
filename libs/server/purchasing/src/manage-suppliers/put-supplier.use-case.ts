import { Injectable } from '@nestjs/common';
import type { PutSupplier, PutSupplierProducts } from '@oneshelf/contracts';
import { isCurrency, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { type BundleHasNoStock, bundleRefusal } from '@oneshelf/server-inventory/goods';
import { SupplierRepository } from '../supplier.repository';

export type PutSupplierRefusal =
  | BundleHasNoStock
  | { kind: 'unknown_supplier'; message: string }
  | { kind: 'supplier_changed'; message: string }
  | { kind: 'code_taken'; message: string; code: string }
  | { kind: 'unknown_currency'; message: string; currency: string }
  | { kind: 'currency_in_use'; message: string; openOrders: number }
  | { kind: 'unknown_variant'; message: string; variantIds: string[] };

const unknownSupplier: PutSupplierRefusal = { kind: 'unknown_supplier', message: 'There is no supplier with this id. Nothing was saved.' };

@Injectable()
export class PutSupplierUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly suppliers: SupplierRepository,
    private readonly variants: VariantDirectory,
  ) {}

  /** Makes a supplier (version 0) or changes one. The same new supplier sent twice is one. */
  run(actor: StaffActor, id: string, input: PutSupplier): Promise<Result<{ id: string }, PutSupplierRefusal>> {
    return this.transactions.run<{ id: string }, PutSupplierRefusal>(async (tx) => {
      const before = await this.suppliers.find(id, tx);
      if (!before && input.version > 0) return refuse(unknownSupplier);
      if ((before?.version ?? 0) !== input.version) {
        if (before && JSON.stringify({ ...before, version: 0, id: undefined }) === JSON.stringify({ ...input, id: undefined })) return ok({ id });
        return refuse({ kind: 'supplier_changed', message: 'Somebody changed this supplier meanwhile. Nothing was saved. Load it again.' });
      }
      if (!isCurrency(input.currency)) return refuse({ kind: 'unknown_currency', currency: input.currency, message: `${input.currency} is no currency. Nothing was saved.` });
      if (await this.suppliers.isCodeTaken(tx, input.code, id)) return refuse({ kind: 'code_taken', code: input.code, message: `Another supplier has the code ${input.code}. Nothing was saved. Choose another one.` });
      if (before && before.currency !== input.currency) {
        const openOrders = await this.suppliers.openOrders(tx, id);
        if (openOrders > 0) return refuse({ kind: 'currency_in_use', openOrders, message: `${openOrders} open orders are in ${before.currency}. Nothing was saved. Finish them first.` });
      }
      await this.suppliers.write(tx, { ...input, id });
      await recordAudit(tx, { actor, action: before ? 'edit' : 'create', subject: 'supplier', subjectId: id, before, after: input });
      return ok({ id });
    });
  }

  async putProducts(actor: StaffActor, id: string, input: PutSupplierProducts): Promise<Result<{ id: string }, PutSupplierRefusal>> {
    const asked = [...new Set(input.write.map((product) => product.variantId))];
    const known = await this.variants.byIds(asked);
    const unknown = asked.filter((variantId) => !known.has(variantId));
    if (unknown.length > 0) return refuse({ kind: 'unknown_variant', variantIds: unknown, message: `${unknown.length} of these products are not in the catalogue. Nothing was saved.` });
    const bundle = bundleRefusal(asked, known, 'order');
    if (bundle) return refuse(bundle);
    return this.transactions.run<{ id: string }, PutSupplierRefusal>(async (tx) => {
      if (!(await this.suppliers.find(id, tx))) return refuse(unknownSupplier);
      // One product twice in a request: the last word counts.
      await this.suppliers.writeProducts(tx, id, { ...input, write: [...new Map(input.write.map((product) => [product.variantId, product])).values()] });
      await recordAudit(tx, { actor, action: 'edit_products', subject: 'supplier', subjectId: id, after: input });
      return ok({ id });
    });
  }
}
