import * as z from 'zod';
import { ReviewedChange } from './price-sheet.contract';

/** GET /api/price-books/:id/versions: the latest first. `basedOn` is the number that was live when the draft began. */
export const PriceBookVersions = z
  .object({
    book: z.object({ id: z.uuid(), code: z.string(), name: z.string(), marketCode: z.string() }),
    items: z.array(
      z.object({
        versionId: z.uuid(),
        number: z.int(),
        status: z.enum(['draft', 'scheduled', 'live', 'superseded']),
        basedOn: z.int(),
        changes: z.int(),
        release: z.int().nullable(),
        createdAt: z.iso.datetime(),
        publishedAt: z.iso.datetime().nullable(),
        /** When the last clock of the market has turned. */
        goesLiveAt: z.iso.datetime().nullable(),
        /** The time that each store's own clock shows then, "2026-11-23T00:00"; null: one instant for all. */
        goesLiveLocal: z.string().nullable(),
        authorName: z.string(),
        note: z.string(),
      }),
    ),
  })
  .meta({ id: 'PriceBookVersions' });
export type PriceBookVersions = z.infer<typeof PriceBookVersions>;

/** GET /api/price-versions/:id: one version, what it changed, and what would change if it were made live again. */
export const PriceVersionDetail = z
  .object({
    book: z.object({ id: z.uuid(), name: z.string(), marketCode: z.string(), currency: z.string() }),
    version: z.object({
      versionId: z.uuid(), number: z.int(), status: z.enum(['draft', 'scheduled', 'live', 'superseded', 'discarded']), release: z.int().nullable(), publishedAt: z.iso.datetime().nullable(), goesLiveAt: z.iso.datetime().nullable(),
      /** As in the list. */
      goesLiveLocal: z.string().nullable(), authorName: z.string(), note: z.string(),
    }),
    changes: z.array(ReviewedChange),
    /** Null: it is live, or never was. */
    back: z.object({ changes: z.array(ReviewedChange), belowCost: z.int() }).nullable(),
  })
  .meta({ id: 'PriceVersionDetail' });
export type PriceVersionDetail = z.infer<typeof PriceVersionDetail>;

/** POST /api/price-versions/:id/make-live-again: at once, as a new version. Prices below cost by now are refused unless accepted. */
export const MakeLiveAgainRequest = z.object({ note: z.string().max(500).default(''), acceptBelowCost: z.boolean().default(false) }).meta({ id: 'MakeLiveAgainRequest' });
export type MakeLiveAgainRequest = z.infer<typeof MakeLiveAgainRequest>;

export const MadeLiveAgain = z.object({ versionId: z.uuid(), number: z.int(), release: z.int(), changes: z.int() }).meta({ id: 'MadeLiveAgain' });
export type MadeLiveAgain = z.infer<typeof MadeLiveAgain>;
