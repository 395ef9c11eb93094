import { Injectable } from '@nestjs/common';
import type { CreatePriceBookRequest, EditPriceBookRequest, PriceBookSaved } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { BookRepository } from '../book.repository';
import { CheckBookSettings, type SettingsRefusal } from './check-book-settings';
import { type BelowCostRefusal, type FoundBelowCost, SettingsRelease } from './settings-release';

type PlainRefusal =
  | SettingsRefusal
  | { kind: 'unknown_market'; message: string }
  | { kind: 'unknown_price_book'; message: string }
  | { kind: 'code_taken'; message: string };
export type EditBookRefusal = PlainRefusal | BelowCostRefusal;

/**
 * Books are made and changed as a release of their own: a draft is for prices. A past release quotes with the settings
 * of then; a window lets a book begin later.
 */
@Injectable()
export class EditPriceBook {
  constructor(
    private readonly transactions: Transactions,
    private readonly books: BookRepository,
    private readonly check: CheckBookSettings,
    private readonly releases: SettingsRelease,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** A new book, without prices or with those that its formula gives. */
  async create(actor: StaffActor, { code, marketCode, acceptBelowCost, ...settings }: CreatePriceBookRequest, now: Date): Promise<Result<PriceBookSaved, EditBookRefusal>> {
    const market = (await this.organisation.read()).markets.get(marketCode);
    if (!market) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}. No price book was made.` });
    const refused = await this.check.ofScope(marketCode, settings);
    if (refused) return refuse(refused);
    const facts = await this.releases.factsOf(marketCode, now);
    const result = await this.transactions.run<PriceBookSaved, PlainRefusal | FoundBelowCost>(async (tx) => {
      const release = await this.releases.begin(tx, { marketCode, cause: `new price book ${settings.name}`, releasedBy: actor.name });
      const bookId = await this.books.insert(tx, { code, marketCode, currency: market.currency, settings }, release);
      if (!bookId) return refuse({ kind: 'code_taken', message: `There is a price book with the code ${code}. Choose another code. No price book was made.` });
      const refusal = await this.check.ofBase(tx, { bookId, marketCode, settings });
      if (refusal) return refuse(refusal);
      await recordAudit(tx, { actor, action: 'create', subject: 'price_book', subjectId: bookId, after: { code, marketCode, ...settings, release } });
      const finished = await this.releases.finish(tx, { marketCode, release, facts, acceptBelowCost, now });
      return finished.ok ? ok({ bookId, release }) : finished;
    });
    return this.named(result, marketCode, now);
  }

  /** New settings from the market's next release on. */
  async edit(actor: StaffActor, { bookId, request: { acceptBelowCost, ...settings } }: { bookId: string; request: EditPriceBookRequest }, now: Date): Promise<Result<PriceBookSaved, EditBookRefusal>> {
    const marketCode = await this.books.marketOf(bookId);
    if (marketCode === null) return refuse({ kind: 'unknown_price_book', message: 'There is no price book with this id. Nothing was changed.' });
    const refused = await this.check.ofScope(marketCode, settings);
    if (refused) return refuse(refused);
    const facts = await this.releases.factsOf(marketCode, now);
    const result = await this.transactions.run<PriceBookSaved, PlainRefusal | FoundBelowCost>(async (tx) => {
      const book = await this.books.lock(tx, bookId);
      const release = await this.releases.begin(tx, { marketCode, cause: `settings of ${settings.name}`, releasedBy: actor.name });
      const refusal = await this.check.ofBase(tx, { bookId, marketCode, settings });
      if (refusal) return refuse(refusal);
      await this.books.replaceSettings(tx, book, { settings, release });
      await recordAudit(tx, { actor, action: 'edit', subject: 'price_book', subjectId: bookId, before: book.settings, after: { ...settings, release } });
      const finished = await this.releases.finish(tx, { marketCode, release, facts, acceptBelowCost, now });
      return finished.ok ? ok({ bookId, release }) : finished;
    });
    return this.named(result, marketCode, now);
  }

  private async named(result: Result<PriceBookSaved, PlainRefusal | FoundBelowCost>, marketCode: string, now: Date): Promise<Result<PriceBookSaved, EditBookRefusal>> {
    if (result.ok) return result;
    const { refusal } = result;
    return refuse(refusal.kind === 'found_below_cost' ? await this.releases.refusal(refusal, marketCode, now) : refusal);
  }
}
