import { Injectable } from '@nestjs/common';
import type { Tx } from '@oneshelf/platform';
import { DerivePrices } from '../derive-prices/derive-prices.use-case';
import { type ComingPrice, ComingPriceRepository } from './coming-price.repository';

/**
 * What formulas will make of prices to come. Worked out anew with every release: the base, a formula or another schedule
 * may have changed since. A cost that changed since the last release counts when the prices are made live.
 */
@Injectable()
export class DeriveComingPrices {
  constructor(
    private readonly coming: ComingPriceRepository,
    private readonly derive: DerivePrices,
  ) {}

  async run(tx: Tx, { marketCode, release }: { marketCode: string; release: number }): Promise<void> {
    const rows = await this.coming.of(marketCode, null, tx);
    if (rows.length === 0) return;
    const [own, known] = [rows.filter((row) => !row.isDerived), rows.filter((row) => row.isDerived)];
    const turns = turnsOf(own);
    const derived = await this.derive.ofTurns(tx, marketCode, turns.map((turn) => ({ at: turn[0]?.startsAt ?? new Date(0), changes: turn })));
    const wanted = derived.flatMap((changes, turn) => changes.map(({ bookId, variantId, fromMilli, amountMinor }): ComingPrice => {
      const [leader] = turns[turn] ?? [];
      if (!leader) throw new Error('a turn has no price');
      return { ...leader, bookId, variantId, fromMilli, amountMinor, isDerived: true };
    }));
    const amounts = new Map(known.map((row) => [keyOf(row), row.amountMinor]));
    const stays = new Set(wanted.filter((row) => amounts.get(keyOf(row)) === row.amountMinor).map(keyOf));
    await this.coming.replaceDerived(tx, { release, gone: known.filter((row) => !stays.has(keyOf(row))), begun: wanted.filter((row) => !stays.has(keyOf(row))) });
  }
}

/** Prices that turn together, in the order of their moments; what formulas make of them goes by the first one's version. */
function turnsOf(own: readonly ComingPrice[]): ComingPrice[][] {
  const turns = new Map<number, ComingPrice[]>();
  for (const row of own) {
    const turn = turns.get(row.startsAt.getTime());
    if (turn) turn.push(row);
    else turns.set(row.startsAt.getTime(), [row]);
  }
  return [...turns.values()];
}

const keyOf = ({ versionId, bookId, variantId, fromMilli }: ComingPrice): string => `${versionId} ${bookId} ${variantId} ${fromMilli}`;
