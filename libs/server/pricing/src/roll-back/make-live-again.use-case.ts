import { Injectable } from '@nestjs/common';
import type { MadeLiveAgain, MakeLiveAgainRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { ReleasePrices } from '../schedule-prices/release-prices';
import { ReleaseRepository } from '../release.repository';
import { PastPricesRepository } from './past-prices.repository';
import { ShowVersionQuery } from './show-version.query';

export type LiveAgainRefusal =
  | { kind: 'unknown_version' | 'never_live' | 'is_live' | 'nothing_to_restore'; message: string }
  | { kind: 'below_cost'; total: number; message: string };

interface LiveAgain extends MakeLiveAgainRequest {
  versionId: string;
  now: Date;
}

/**
 * A version of the past live again, at once, as a new version: for the moment when what is live is wrong. It asks no second
 * person, since these prices were live before; it touches no draft, so whoever drafts meanwhile meets it as a clash.
 */
@Injectable()
export class MakeLiveAgainUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly show: ShowVersionQuery,
    private readonly past: PastPricesRepository,
    private readonly releases: ReleaseRepository,
    private readonly publish: ReleasePrices,
  ) {}

  async run(actor: StaffActor, { versionId, note, acceptBelowCost, now }: LiveAgain): Promise<Result<MadeLiveAgain, LiveAgainRefusal>> {
    const shown = await this.show.run(versionId, now);
    if (!shown.ok) return refuse({ kind: 'unknown_version', message: 'There is no version with this id. Nothing was changed.' });
    const { book, version, back } = shown.value;
    const { release } = version;
    if (release === null) return refuse({ kind: 'never_live', message: `Version ${version.number} of ${book.name} was never live. Nothing was changed.` });
    if (back === null) return refuse({ kind: 'is_live', message: `Version ${version.number} of ${book.name} is live. Nothing was changed.` });
    if (back.belowCost > 0 && !acceptBelowCost) return refuse({ kind: 'below_cost', total: back.belowCost, message: `${back.belowCost} of these prices are below cost by now. Nothing was changed. Accept them, or bring the version back as a draft.` });
    return this.transactions.run<MadeLiveAgain, LiveAgainRefusal>(async (tx) => {
      await this.past.lockBook(tx, book.id);
      await this.releases.lockMarket(tx, book.marketCode);
      const { changes, ...made } = await this.past.bringBack(tx, { bookId: book.id, release, author: actor, note });
      if (changes === 0) return refuse({ kind: 'nothing_to_restore', message: `${book.name} has the prices of version ${version.number} already. Nothing was changed.` });
      const number = await this.publish.live(tx, { marketCode: book.marketCode, versionIds: [made.id], actor, at: now });
      await recordAudit(tx, { actor, action: 'make_live_again', subject: 'price_book', subjectId: book.id, after: { again: version.number, version: made.number, release: number, changes } });
      return ok({ versionId: made.id, number: made.number, release: number, changes });
    });
  }
}
