import { Injectable } from '@nestjs/common';
import type { PriceSheet } from '@oneshelf/contracts';
import { PrismaReads } from '@oneshelf/platform';
import { type PriceKey, priceKey } from '../derive-prices/derive-market';

type OpenDraft = NonNullable<PriceSheet['columns'][number]['draft']>;

export interface DraftedPrice {
  variantId: string;
  fromMilli: number;
  amountMinor: number | null;
}

@Injectable()
export class OpenDraftsQuery {
  constructor(private readonly prisma: PrismaReads) {}

  /** The open drafts and their changes, by book. Revisions are read first: a later edit is refused at a publish, not missed. */
  async of(bookIds: string[]): Promise<{ drafts: Map<string, OpenDraft>; changes: Map<string, Map<PriceKey, DraftedPrice>> }> {
    const versions = await this.prisma.price_book_version.findMany({ where: { status: 'draft', book_id: { in: bookIds } } });
    const bookOf = new Map(versions.map((version) => [version.id, version.book_id]));
    const rows = await this.prisma.price_draft_change.findMany({ where: { version_id: { in: [...bookOf.keys()] } } });
    const changes = new Map(versions.map((version) => [version.book_id, new Map<PriceKey, DraftedPrice>()]));
    for (const { version_id, variant_id, from_milli, amount_minor } of rows) {
      changes.get(bookOf.get(version_id) ?? '')?.set(priceKey(variant_id, from_milli), { variantId: variant_id, fromMilli: from_milli, amountMinor: amount_minor === null ? null : Number(amount_minor) });
    }
    return { drafts: new Map(versions.map(({ book_id, id, number, revision }) => [book_id, { versionId: id, number, revision }])), changes };
  }

  /** The numbers of versions by their ids. */
  async numbers(versionIds: string[]): Promise<Map<string, number>> {
    if (versionIds.length === 0) return new Map();
    const versions = await this.prisma.price_book_version.findMany({ where: { id: { in: versionIds } }, select: { id: true, number: true } });
    return new Map(versions.map(({ id, number }) => [id, number]));
  }
}
