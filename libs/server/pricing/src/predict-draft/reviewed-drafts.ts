import { Inject, Injectable } from '@nestjs/common';
import { PricePrediction } from '@oneshelf/contracts';
import type { PriceBook } from '@oneshelf/domain-pricing';
import { type Database, DATABASE, newId } from '@oneshelf/platform';
import { DerivePrices } from '../derive-prices/derive-prices.use-case';
import { draftsKey, type ReviewedDraft } from '../draft-set';
import { LoadPriceBook } from '../load-price-book/load-price-book.use-case';
import { ReleaseRepository } from '../release.repository';
import { VersionRepository } from '../version.repository';
import { lowersAny, overlayPrices, type PriceMove } from './overlay-prices';

/** The live book of a market, and the same with its drafts and what is derived from them. */
export interface DraftedBook {
  drafts: ReviewedDraft[];
  live: PriceBook;
  drafted: PriceBook;
  /** Variants whose price in some book changes. */
  changedIds: Set<string>;
}

/** Replays past sales with these drafts and answers what it found; null: the drafts are not open any more. */
export type Forecaster = (marketCode: string, drafts: readonly ReviewedDraft[]) => Promise<PricePrediction | null>;

/**
 * Drafts as they would be live, and what past sales say of them. Past sales are the orders' and pricing may not call
 * them, so who can replay them hands in how; a process without it knows only what was kept.
 */
@Injectable()
export class ReviewedDrafts {
  forecast: Forecaster | null = null;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly versions: VersionRepository,
    private readonly derive: DerivePrices,
    private readonly books: LoadPriceBook,
    private readonly releases: ReleaseRepository,
  ) {}

  /** The open drafts of the market that change something, in the order of their ids. */
  async open(marketCode: string): Promise<ReviewedDraft[]> {
    return this.database
      .selectFrom('price_book_version as v')
      .innerJoin('price_book as b', 'b.id', 'v.book_id')
      .select(['v.id as versionId', 'v.revision'])
      .where('b.market_code', '=', marketCode)
      .where('v.status', '=', 'draft')
      .where((where) => where.exists(where.selectFrom('price_draft_change as c').select('c.version_id').whereRef('c.version_id', '=', 'v.id')))
      .orderBy('v.id')
      .execute();
  }

  /** Null: the drafts change nothing. */
  async read(marketCode: string, drafts: ReviewedDraft[], at: Date): Promise<DraftedBook | null> {
    if (drafts.length === 0) return null;
    const changes = await this.versions.changes(drafts.map((draft) => draft.versionId));
    if (changes.length === 0) return null;
    const [live, { changes: derived }] = await Promise.all([this.books.run(marketCode), this.derive.preview(marketCode, changes, { at })]);
    const moves: PriceMove[] = [...changes, ...derived];
    return { drafts, live, drafted: overlayPrices(live, moves), changedIds: new Set(moves.map((move) => move.variantId)) };
  }

  /** True where some of these prices is lower than what is live. */
  async lowers(marketCode: string, moves: readonly PriceMove[]): Promise<boolean> {
    return lowersAny(await this.books.run(marketCode), moves);
  }

  /** What past sales said of exactly these drafts against what is live now. */
  async kept(marketCode: string, drafts: readonly ReviewedDraft[]): Promise<PricePrediction | null> {
    const row = await this.database.selectFrom('price_prediction').select(['prediction', 'release']).where('market_code', '=', marketCode).where('drafts_key', '=', draftsKey(drafts)).executeTakeFirst();
    return row && row.release === (await this.releases.current(marketCode)) ? PricePrediction.parse(row.prediction) : null;
  }

  /** Keeps it with the drafts, and so with the versions that they become. */
  async keep({ marketCode, drafts }: { marketCode: string; drafts: readonly ReviewedDraft[] }, prediction: PricePrediction, now: Date): Promise<void> {
    const found = { release: releaseOf(prediction.bookVersion), prediction: JSON.stringify(prediction), made_at: now };
    await this.database
      .insertInto('price_prediction')
      .values({ id: newId(), market_code: marketCode, drafts_key: draftsKey(drafts), drafts: JSON.stringify(drafts), ...found })
      .onConflict((conflict) => conflict.columns(['market_code', 'drafts_key']).doUpdateSet(found))
      .execute();
  }
}

/** "GB:12.345" is of release 12. */
const releaseOf = (bookVersion: string): number => Number(/:(\d+)/.exec(bookVersion)?.[1] ?? 0);
