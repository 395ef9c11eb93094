import { Injectable } from '@nestjs/common';
import type { PriceOutcome } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { addLine, marginMiss, noSales, perWeek } from '@oneshelf/domain-pricing';
import { StoredQuotes } from '@oneshelf/server-orders';
import { PriceReviews } from '@oneshelf/server-pricing';
import { MOST_BASKETS, ReplayDraftUseCase } from './replay-draft.use-case';
import { Turns } from './turns';

const WEEK_MS = 7 * 86_400_000;
const LONGEST_MS = 13 * WEEK_MS;

@Injectable()
export class PriceOutcomeQuery {
  constructor(
    private readonly reviews: PriceReviews,
    private readonly stored: StoredQuotes,
    private readonly replay: ReplayDraftUseCase,
  ) {}

  /** What was predicted of a version when it was published, and what was sold while it was live, by the week (PRC-83). At most its last thirteen weeks. */
  async run(versionId: string, now: Date): Promise<Result<PriceOutcome, { kind: 'unknown_version'; message: string }>> {
    const version = await this.reviews.versions.find(versionId);
    if (!version) return refuse({ kind: 'unknown_version', message: 'There is no version with this id.' });
    const predicted = version.predicted && {
      weeks: version.predicted.prediction.weeks, madeAt: version.predicted.madeAt.toISOString(),
      all: perWeek(version.predicted.prediction.all.after, lengthOf(version.predicted.prediction)), changed: perWeek(version.predicted.prediction.changed.after, lengthOf(version.predicted.prediction)),
    };
    const realised = version.from && (await this.sold(version.marketCode, { changedIds: version.changedIds, from: version.from, to: version.to ?? now }));
    return ok({ currency: version.currency, predicted, realised, missBasisPoints: predicted && realised ? marginMiss(predicted.all, realised.all) : null });
  }

  private async sold(marketCode: string, live: { changedIds: ReadonlySet<string>; from: Date; to: Date }): Promise<NonNullable<PriceOutcome['realised']>> {
    const from = new Date(Math.max(live.from.getTime(), live.to.getTime() - LONGEST_MS));
    const wanted = { from, to: live.to, marketCode, onlySold: true };
    const [cutAt, costOf] = await Promise.all([this.stored.startOfNewest(wanted, MOST_BASKETS), this.replay.costs(marketCode)]);
    const range = cutAt ? { ...wanted, from: cutAt } : wanted;
    const [all, changed, turns] = [noSales(), noSales(), new Turns()];
    for await (const page of this.stored.pages(range)) {
      for (const { quote } of page) {
        all.baskets += 1;
        for (const line of quote.lines) {
          addLine(all, line, costOf);
          if (live.changedIds.has(line.variantId)) addLine(changed, line, costOf);
        }
        await turns.give();
      }
    }
    const lengthMs = range.to.getTime() - range.from.getTime();
    return { from: range.from.toISOString(), to: range.to.toISOString(), baskets: all.baskets, isCut: cutAt !== null, all: perWeek(all, lengthMs), changed: perWeek(changed, lengthMs) };
  }
}

const lengthOf = ({ from, to }: { from: string; to: string }): number => Date.parse(to) - Date.parse(from);
