import { Inject, Injectable } from '@nestjs/common';
import type { SheetNews } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';

export interface SheetDraft {
  bookId: string;
  draft: SheetNews['books'][number]['draft'];
}

/** The numbers by which an open sheet knows whether anything is new. */
@Injectable()
export class SheetStateQuery {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** The market's books with their open drafts. */
  async drafts(marketCode: string): Promise<SheetDraft[]> {
    const rows = await this.database
      .selectFrom('price_book as b')
      .leftJoin('price_book_version as v', (join) => join.onRef('v.book_id', '=', 'b.id').on('v.status', '=', 'draft'))
      .select(['b.id as bookId', 'v.id as versionId', 'v.number', 'v.revision'])
      .where('b.market_code', '=', marketCode)
      .execute();
    return rows.map(({ bookId, versionId, number, revision }) => ({ bookId, draft: versionId === null || number === null || revision === null ? null : { versionId, number, revision } }));
  }

  async lastRelease(marketCode: string): Promise<{ number: number; releasedBy: string | null }> {
    const row = await this.database.selectFrom('price_release').select(['number', 'released_by']).where('market_code', '=', marketCode).orderBy('number', 'desc').limit(1).executeTakeFirst();
    return { number: row?.number ?? 0, releasedBy: row?.released_by ?? null };
  }
}
