import { Injectable } from '@nestjs/common';
import type { SavedDraft, SaveDraftRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { isEditClash } from '@oneshelf/domain-pricing';
import { recordAudit, type StaffActor, Transactions, type Tx } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { priceKey } from '../derive-prices/derive-market';
import { draftCell } from '../draft-cell';
import { DraftEditRepository, type EditedCell } from '../draft-edit.repository';
import { DraftRepository, type DraftVersion } from '../draft.repository';

export type EditDraftRefusal =
  | { kind: 'unknown_price_book'; message: string }
  | { kind: 'unknown_products'; variantIds: string[]; message: string }
  | { kind: 'no_draft'; message: string };

@Injectable()
export class EditDraftUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: DraftRepository,
    private readonly edits: DraftEditRepository,
    private readonly variants: VariantDirectory,
  ) {}

  /** Saves changed prices into the book's open draft; opens one where there is none. Cells that clash (PRC-93) stay as they are. */
  async save(actor: StaffActor, bookId: string, request: SaveDraftRequest): Promise<Result<SavedDraft, EditDraftRefusal>> {
    // The last word on a price wins where a request names it twice.
    const changes = [...new Map(request.changes.map((change) => [priceKey(change.variantId, change.fromMilli), change])).values()];
    const [book, known] = await Promise.all([this.drafts.book(bookId), this.variants.byIds(changes.map((change) => change.variantId))]);
    if (!book) return refuse({ kind: 'unknown_price_book', message: 'There is no price book with this id. Nothing was saved.' });
    const unknown = changes.filter((change) => !known.has(change.variantId)).map((change) => change.variantId);
    if (unknown.length > 0) return refuse({ kind: 'unknown_products', variantIds: unknown, message: `${unknown.length} of these products are not in the catalogue. Nothing was saved.` });
    return this.transactions.run<SavedDraft, EditDraftRefusal>(async (tx) => {
      const draft = await this.drafts.open(tx, { bookId, authorId: actor.id, authorName: actor.name });
      const clashes = await this.clashesOf(tx, draft, { changes, editorId: request.editorId });
      const free = changes.filter((change) => !clashes.has(priceKey(change.variantId, change.fromMilli)));
      const answered = [...clashes.values()].map(draftCell);
      if (free.length === 0) return ok({ versionId: draft.id, number: draft.number, ...(await this.drafts.state(tx, draft.id)), clashes: answered });
      const saved = await this.drafts.save(tx, draft, { changes: free, changedBy: actor.name, editorId: request.editorId });
      await recordAudit(tx, { actor, action: 'edit_draft', subject: 'price_book', subjectId: bookId, after: { version: draft.number, changed: free.length } });
      return ok({ versionId: draft.id, number: draft.number, changes: saved.changes, revision: saved.revision, clashes: answered });
    });
  }

  /** Cells that somebody else changed since the editor looked. What the same open sheet wrote itself is none: its answer may have been lost. */
  private async clashesOf(tx: Tx, draft: DraftVersion, { changes, editorId }: SaveDraftRequest): Promise<Map<string, EditedCell>> {
    const seen = new Map(changes.flatMap((change) => (change.sawMinor === undefined ? [] : [[priceKey(change.variantId, change.fromMilli), { ...change, sawMinor: change.sawMinor }] as const])));
    if (seen.size === 0) return new Map();
    const cells = await this.edits.cells(tx, draft, [...seen.values()]);
    return new Map(cells.flatMap((cell) => {
      const key = priceKey(cell.variantId, cell.fromMilli);
      const change = seen.get(key);
      const isOwn = editorId !== undefined && cell.editorId === editorId;
      return change && !isOwn && isEditClash({ sawMinor: change.sawMinor, nowMinor: cell.amountMinor, wantedMinor: change.amountMinor }) ? [[key, cell]] : [];
    }));
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
