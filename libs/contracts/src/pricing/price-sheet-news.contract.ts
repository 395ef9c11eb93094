import * as z from 'zod';
import { DraftState } from './price-sheet.contract';

const Amount = z.int().nonnegative();

/** What stands in a cell of a draft, set by hand there or live; null: no price by hand. Nobody is named where no edit is known. */
export const DraftCell = z
  .object({ variantId: z.uuid(), fromMilli: z.int(), amountMinor: Amount.nullable(), changedBy: z.string().nullable(), changedAt: z.iso.datetime().nullable() })
  .meta({ id: 'DraftCell' });
export type DraftCell = z.infer<typeof DraftCell>;

/** The answer of a save. Cells in `clashes` were changed by somebody else since the editor looked: they are as they were, all others are saved. */
export const SavedDraft = z.object({ ...DraftState.shape, clashes: z.array(DraftCell) }).meta({ id: 'SavedDraft' });
export type SavedDraft = z.infer<typeof SavedDraft>;

/** POST /api/markets/:market/price-sheet/news: what an open sheet knows, book by book. `editorId` is a UUID of that open sheet; its own edits are no news to it. */
export const SheetNewsRequest = z
  .object({
    editorId: z.uuid(),
    release: z.int().nonnegative(),
    drafts: z.array(z.object({ bookId: z.uuid(), versionId: z.uuid().nullable(), revision: z.int().nonnegative() })).max(1000),
  })
  .meta({ id: 'SheetNewsRequest' });
export type SheetNewsRequest = z.infer<typeof SheetNewsRequest>;

/**
 * What changed since. A book stands here when it has news: with `isWhole` its draft is another one (published, thrown
 * away, begun) and `cells` are all of its changes, else only those that changed. `live` are prices by hand that go live
 * or end since `release`; null is none any more. With `areColumnsOther` the market has other books: read the sheet again.
 */
export const SheetNews = z
  .object({
    release: z.int(),
    releasedBy: z.string().nullable(),
    areColumnsOther: z.boolean(),
    books: z.array(z.object({ bookId: z.uuid(), draft: z.object({ versionId: z.uuid(), number: z.int(), revision: z.int() }).nullable(), isWhole: z.boolean(), cells: z.array(DraftCell) })),
    live: z.array(z.object({ bookId: z.uuid(), variantId: z.uuid(), fromMilli: z.int(), amountMinor: Amount.nullable() })),
    /** Who else has the sheet open now. */
    editors: z.array(z.string()),
  })
  .meta({ id: 'SheetNews' });
export type SheetNews = z.infer<typeof SheetNews>;
