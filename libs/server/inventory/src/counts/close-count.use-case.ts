import { Injectable } from '@nestjs/common';
import type { CloseCountRequest } from '@oneshelf/contracts';
import { needsRecount } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, hasRole, recordAudit, Transactions, type Tx } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { named, worksAt } from '../stock-worker';
import { type CountLineRow, readCountLines } from './count-lines';
import { CountRepository, type StoredCount } from './count.repository';

export type CloseCountRefusal = { kind: 'not_found' } | { kind: 'wrong_status'; status: string } | { kind: 'not_allowed_here'; locationId: string } | { kind: 'nothing_counted' };

/** A round is done. Large variances of the first go to a second, by somebody else; the rest waits for its review. */
@Injectable()
export class CloseCountUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly counts: CountRepository,
    private readonly variants: VariantDirectory,
  ) {}

  run({ id, actor: caller, request }: { id: string; actor: Actor; request: CloseCountRequest }): Promise<Result<{ toRecount: number }, CloseCountRefusal>> {
    return this.transactions.run<{ toRecount: number }, CloseCountRefusal>(async (tx) => {
      const count = await this.counts.lock(tx, id);
      if (!count) return refuse({ kind: 'not_found' });
      if (!worksAt(caller, count.locationId, ['operations', 'store_manager', 'associate'])) return refuse({ kind: 'not_allowed_here', locationId: count.locationId });
      if (count.status !== 'open' && count.status !== 'recount') return refuse({ kind: 'wrong_status', status: count.status });
      const before = await readCountLines(tx, id);
      if (count.status === 'open' && request.notScanned === 'leave' && before.every((line) => line.counted === null)) return refuse({ kind: 'nothing_counted' });
      const again = count.status === 'open' ? await this.closeFirst(tx, { count, lines: before, request }) : await this.closeSecond(tx, { count, lines: before, request });
      const to = again.length > 0 ? 'recount' : 'review';
      await this.counts.move(tx, id, { from: count.status, to });
      await recordAudit(tx, { actor: named(caller, request.staffName), action: 'close', subject: 'stock_count', subjectId: id, locationId: count.locationId, before: { status: count.status }, after: { status: to, notScanned: request.notScanned, toRecount: again.length } });
      return ok({ toRecount: again.length });
    });
  }

  cancel({ id, actor }: { id: string; actor: Actor }): Promise<Result<null, CloseCountRefusal>> {
    return this.transactions.run<null, CloseCountRefusal>(async (tx) => {
      const count = await this.counts.lock(tx, id);
      if (!count) return refuse({ kind: 'not_found' });
      if (!hasRole(actor, ['operations', 'store_manager'], count.locationId)) return refuse({ kind: 'not_allowed_here', locationId: count.locationId });
      if (count.status === 'posted' || count.status === 'cancelled') return refuse({ kind: 'wrong_status', status: count.status });
      await this.counts.move(tx, id, { from: count.status, to: 'cancelled' });
      await recordAudit(tx, { actor, action: 'cancel', subject: 'stock_count', subjectId: id, locationId: count.locationId, before: { status: count.status } });
      return ok(null);
    });
  }

  private async closeFirst(tx: Tx, { count, lines, request }: { count: StoredCount; lines: CountLineRow[]; request: CloseCountRequest }): Promise<string[]> {
    if (request.notScanned === 'none_there') await this.counts.noneFound(tx, lines.filter((line) => line.counted === null).map((line) => line.id));
    const after = request.notScanned === 'none_there' ? await readCountLines(tx, count.id) : lines;
    const facts = await this.variants.byIds(after.map((line) => line.variantId));
    const again = after
      .filter(({ counted, expected, variantId }) => counted !== null && expected !== null && needsRecount({ countedMilli: counted, expectedMilli: expected, costMinor: facts.get(variantId)?.stockCostMinor ?? null }, count.threshold))
      .map((line) => line.id);
    await this.counts.askRecount(tx, again);
    return again;
  }

  private async closeSecond(tx: Tx, { count, lines, request }: { count: StoredCount; lines: CountLineRow[]; request: CloseCountRequest }): Promise<string[]> {
    const untouched = lines.filter((line) => line.round === 2 && line.counted === null).map((line) => line.id);
    if (request.notScanned === 'none_there') await this.counts.noneFound(tx, untouched);
    else await this.counts.keepFirstCount(tx, count.id, untouched);
    return [];
  }
}
