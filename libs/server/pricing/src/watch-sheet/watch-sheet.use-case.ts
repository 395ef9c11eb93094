import { Injectable } from '@nestjs/common';
import type { SheetNews, SheetNewsRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type StaffActor, Transactions } from '@oneshelf/platform';
import { draftCell } from '../draft-cell';
import { DraftEditRepository, type EditedCell } from '../draft-edit.repository';
import { SheetEditorRepository } from './sheet-editor.repository';
import { type SheetDraft, SheetStateQuery } from './sheet-state.query';

type WatchRefusal = { kind: 'unknown_market'; message: string };

@Injectable()
export class WatchSheetUseCase {
  constructor(
    private readonly state: SheetStateQuery,
    private readonly transactions: Transactions,
    private readonly edits: DraftEditRepository,
    private readonly editors: SheetEditorRepository,
  ) {}

  /** What others changed in a market's drafts since an open sheet last asked, and who else has it open. */
  async run(actor: StaffActor, marketCode: string, request: SheetNewsRequest): Promise<Result<SheetNews, WatchRefusal>> {
    // Revisions are read before the cells: an edit in between comes again with the next question, none is missed.
    const [books, released] = await Promise.all([this.state.drafts(marketCode), this.state.lastRelease(marketCode)]);
    if (books.length === 0) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode} with price books.` });
    const known = new Map(request.drafts.map((draft) => [draft.bookId, draft]));
    const states = books.map(({ bookId, draft }) => ({ bookId, draft, isWhole: (known.get(bookId)?.versionId ?? null) !== (draft?.versionId ?? null), since: known.get(bookId)?.revision ?? 0 }));
    const changed = states.filter(({ draft, isWhole, since }) => isWhole || (draft !== null && draft.revision > since));
    const cells = await this.cellsOf(changed, request.editorId);
    const editor = { marketCode, editorId: request.editorId, name: actor.name };
    const editors = await this.transactions.write(async (tx) => {
      await this.editors.note(tx, editor);
      return this.editors.others(tx, editor);
    });
    return ok({
      release: released.number, releasedBy: released.releasedBy, editors,
      areColumnsOther: books.length !== known.size || books.some(({ bookId }) => !known.has(bookId)),
      books: changed.map(({ bookId, draft, isWhole }) => ({ bookId, draft, isWhole, cells: (cells.get(bookId) ?? []).map(draftCell) })),
      live: released.number > request.release ? await this.edits.liveSince(marketCode, request.release) : [],
    });
  }

  private async cellsOf(changed: readonly (SheetDraft & { isWhole: boolean; since: number })[], editorId: string): Promise<Map<string, EditedCell[]>> {
    const versions = changed.flatMap(({ draft, isWhole, since }) => (draft ? [{ versionId: draft.versionId, isWhole, revision: since }] : []));
    const [whole, some] = await Promise.all([
      this.edits.whole(versions.filter((version) => version.isWhole).map(({ versionId }) => versionId)),
      this.edits.since(versions.filter((version) => !version.isWhole), editorId),
    ]);
    const cells = new Map<string, EditedCell[]>();
    for (const cell of [...whole, ...some]) {
      const book = cells.get(cell.bookId);
      if (book) book.push(cell);
      else cells.set(cell.bookId, [cell]);
    }
    return cells;
  }
}
