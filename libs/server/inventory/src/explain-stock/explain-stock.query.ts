import { Inject, Injectable } from '@nestjs/common';
import type { StockExplanation, StockExplanationQuery } from '@oneshelf/contracts';
import { buckets, bucketsOfNumber, explainNumber, numberOf, type StockBucket, type StockNumber } from '@oneshelf/domain-inventory';
import { type Database, DATABASE, Problem, type Tx } from '@oneshelf/platform';
import { atOneInstant } from '../stock-as-of/at-one-instant';
import { beginOf, endOf, type LedgerPosition, readPosition } from '../stock-as-of/ledger-position';
import { type PastLevel, StockAsOfQuery } from '../stock-as-of/stock-as-of.query';
import { type PresentLevel, StockNowQuery } from '../stock-as-of/stock-now.query';
import { CausesOfPeriodQuery } from './causes-of-period.query';

type Sums = Record<StockBucket | 'held', number>;

/** '47 because …': what a number was when the period began, what each cause changed with its documents, and what it is now or was then. */
@Injectable()
export class ExplainStockQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly asOf: StockAsOfQuery,
    private readonly now: StockNowQuery,
    private readonly causes: CausesOfPeriodQuery,
  ) {}

  /** All reads see the ledger at one instant, so the parts add up while others sell. */
  run(variantId: string, { number, at, from, ...asked }: StockExplanationQuery, clock: Date): Promise<StockExplanation> {
    const locationId = asked.locationId ?? null;
    const until = at === undefined ? null : readPosition(at);
    const fromPosition = beginOf(from === undefined ? monthOf(until?.recordedAt ?? clock.toISOString()) : readPosition(from).recordedAt);
    if (until !== null && until.recordedAt < fromPosition.recordedAt) throw new Problem(400, 'period_ends_before_it_begins', 'The period ends before it begins. Choose an earlier beginning or a later end.');
    return atOneInstant(this.database, async (reading) => {
      const place = { variantId, locationId };
      const openingMilli = totalOf(number, await this.asOf.run({ ...place, position: fromPosition }, reading));
      const causes = await this.causes.run({ ...place, number, from: fromPosition, until: until ?? endOf(FAR) }, reading);
      const levels = await this.levels({ ...place, until }, reading);
      const sums = sumsOf(levels);
      const shownMilli = number === 'available' ? levels.reduce((sum, level) => sum + Math.max(0, level.sellable - level.held), 0) : numberOf(number, sums);
      return {
        variantId, locationId, number, from: fromPosition.recordedAt, at: until?.recordedAt ?? clock.toISOString(), isNow: until === null,
        ...explainNumber({ number, openingMilli, causes, heldMilli: sums.held, oversoldMilli: oversold(levels), shownMilli }),
        causes: causes.map(({ othersMilli, ...cause }) => ({ ...cause, otherMilli: othersMilli })),
        composition: composed(number, sums),
      };
    });
  }

  private async levels({ until, ...place }: { variantId: string; locationId: string | null; until: LedgerPosition | null }, reading: Tx): Promise<PresentLevel[]> {
    if (until === null) return this.now.run(place, reading);
    return (await this.asOf.run({ ...place, position: until }, reading)).map((level) => ({ ...level, held: 0 }));
  }
}

const FAR = '9999-12-31T00:00:00.000Z';
const monthOf = (instant: string): string => `${new Date(instant).toISOString().slice(0, 7)}-01T00:00:00.000Z`;
const totalOf = (number: StockNumber, levels: readonly PastLevel[]): number => levels.reduce((sum, level) => sum + numberOf(number, level), 0);
const oversold = (levels: readonly PresentLevel[]): number => levels.reduce((sum, level) => sum + Math.max(0, level.held - level.sellable), 0);
const sumsOf = (levels: readonly PresentLevel[]): Sums =>
  Object.fromEntries([...buckets, 'held' as const].map((name) => [name, levels.reduce((sum, level) => sum + level[name], 0)])) as Sums;

/** What a number consists of; its parts add up to it (INV-14), and what is free may be below zero by what was oversold. */
function composed(number: StockNumber, sums: Sums): StockExplanation['composition'] {
  if (number !== 'on_hand' && number !== 'unavailable') return [];
  const parts = number === 'on_hand' ? [{ part: 'free', quantityMilli: sums.sellable - sums.held }, { part: 'held', quantityMilli: sums.held }] : [];
  const rest = bucketsOfNumber[number].filter((bucket) => bucket !== 'sellable').map((bucket) => ({ part: bucket, quantityMilli: sums[bucket] }));
  return [...parts, ...rest].filter((one) => one.quantityMilli !== 0);
}
