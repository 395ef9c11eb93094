import * as z from 'zod';

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
        goesLiveAt: z.iso.datetime().nullable(),
        authorName: z.string(),
        note: z.string(),
      }),
    ),
  })
  .meta({ id: 'PriceBookVersions' });
export type PriceBookVersions = z.infer<typeof PriceBookVersions>;
