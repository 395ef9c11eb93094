import { Injectable } from '@nestjs/common';
import type { DraftState, SaveDraftRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { DraftRepository } from '../draft.repository';

export type EditDraftRefusal =
  | { kind: 'unknown_price_book'; message: string }
  | { kind: 'unknown_products'; variantIds: string[]; message: string }
  | { kind: 'no_draft'; message: string };

@Injectable()
export class EditDraftUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: DraftRepository,
    private readonly variants: VariantDirectory,
  ) {}

  /** Saves changed prices into the book's open draft; opens one where there is none. */
  async save(actor: StaffActor, bookId: string, request: SaveDraftRequest): Promise<Result<DraftState, EditDraftRefusal>> {
    // The last word on a price wins where a request names it twice.
    const changes = [...new Map(request.changes.map((change) => [`${change.variantId}@${change.fromMilli}`, change])).values()];
    const [book, known] = await Promise.all([this.drafts.book(bookId), this.variants.byIds(changes.map((change) => change.variantId))]);
    if (!book) return refuse({ kind: 'unknown_price_book', message: 'There is no price book with this id. Nothing was saved.' });
    const unknown = changes.filter((change) => !known.has(change.variantId)).map((change) => change.variantId);
    if (unknown.length > 0) return refuse({ kind: 'unknown_products', variantIds: unknown, message: `${unknown.length} of these products are not in the catalogue. Nothing was saved.` });
    return this.transactions.run<DraftState, EditDraftRefusal>(async (tx) => {
      const draft = await this.drafts.open(tx, { bookId, authorId: actor.id, authorName: actor.name });
      const saved = await this.drafts.save(tx, draft, { changes, changedBy: actor.name });
      await recordAudit(tx, { actor, action: 'edit_draft', subject: 'price_book', subjectId: bookId, after: { version: draft.number, changed: changes.length } });
      return ok({ versionId: draft.id, number: draft.number, changes: saved.changes, revision: saved.revision });
    });
  }

  /** Throws the open draft away; what is live stays. */
  async discard(actor: StaffActor, bookId: string): Promise<Result<null, EditDraftRefusal>> {
    return this.transactions.run<null, EditDraftRefusal>(async (tx) => {
      const versionId = await this.drafts.discard(tx, bookId);
      if (!versionId) return refuse({ kind: 'no_draft', message: 'The price book has no open draft. Nothing was discarded.' });
      await recordAudit(tx, { actor, action: 'discard_draft', subject: 'price_book', subjectId: bookId, before: { versionId } });
      return ok(null);
    });
  }
}
