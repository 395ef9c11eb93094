import { Injectable } from '@nestjs/common';
import { type PostCountRequest, StockCounted } from '@oneshelf/contracts';
import { type AdjustmentLimit, countMove, type CountedLine, isWithin, varianceMilli, varianceMinor } from '@oneshelf/domain-inventory';
import { invariant, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { hasRole, newId, publish, recordAudit, type StaffActor, Transactions, type Tx } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { limitOf } from '../hand-limit';
import { StockLedgerRepository } from '../stock-ledger.repository';
import type { StockEntry } from '../stock-entry';
import { countedPieces, type PiecesOfLine } from './counted-pieces';
import { readCountLines } from './count-lines';
import { CountRepository, type StoredCount } from './count.repository';
import { doubtfulUnits } from './doubtful-units';
import { lockCountedLevels } from './lock-counted-levels';

const CHUNK = 500;

export type PostCountRefusal =
  | { kind: 'not_found' }
  | { kind: 'wrong_status'; status: string }
  | { kind: 'not_allowed_here'; locationId: string }
  | { kind: 'above_limit'; unitsMilli: number; valueMinor: number; limitUnitsMilli: number; limitValueMinor: number }
  | { kind: 'unknown_line'; lineId: string };

type Line = CountedLine & { id: string; variantId: string; reason: string | null; countedAt: Date };

/** The review says yes: the differences are written (cause count), also below zero, and the accuracy is kept. */
@Injectable()
export class PostCountUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly counts: CountRepository,
    private readonly ledger: StockLedgerRepository,
    private readonly variants: VariantDirectory,
  ) {}

  run({ id, actor, request }: { id: string; actor: StaffActor; request: PostCountRequest }): Promise<Result<null, PostCountRefusal>> {
    return this.transactions.run<null, PostCountRefusal>(async (tx) => {
      const count = await this.counts.lock(tx, id);
      if (!count) return refuse({ kind: 'not_found' });
      const limit = limitOf(actor, [count.locationId]);
      if (!limit) return refuse({ kind: 'not_allowed_here', locationId: count.locationId });
      if (count.status !== 'review') return refuse({ kind: 'wrong_status', status: count.status });
      await lockCountedLevels(tx, count);
      const lines = await this.linesOf(tx, id, request);
      if (!lines.ok) return lines;
      const moved = movedBy(lines.value);
      // Operations answer for the whole house; others pass a large difference on to them.
      if (!hasRole(actor, ['operations'], count.locationId) && !isWithin(limit, moved)) return refuse({ kind: 'above_limit', ...moved, limitUnitsMilli: limit.unitsMilli, limitValueMinor: limit.valueMinor });
      await this.post(tx, { count, lines: lines.value, actor });
      return ok(null);
    });
  }

  private async linesOf(tx: Tx, id: string, { reasons = [] }: PostCountRequest): Promise<Result<Line[], PostCountRefusal>> {
    const rows = await readCountLines(tx, id);
    const unknown = reasons.find(({ lineId }) => !rows.some((row) => row.id === lineId));
    if (unknown) return refuse({ kind: 'unknown_line', lineId: unknown.lineId });
    const given = new Map(reasons.map(({ lineId, reason }) => [lineId, reason]));
    const facts = await this.variants.byIds(rows.map((row) => row.variantId));
    return ok(rows.flatMap(({ id: lineId, variantId, counted, expected, reason, countedAt }) =>
      counted === null || expected === null || countedAt === null ? [] : [{ id: lineId, variantId, countedMilli: counted, expectedMilli: expected, costMinor: facts.get(variantId)?.stockCostMinor ?? null, reason: given.get(lineId) ?? reason, countedAt }]));
  }

  private async post(tx: Tx, { count, lines, actor }: { count: StoredCount; lines: Line[]; actor: StaffActor }): Promise<void> {
    const facts = await this.variants.byIds(lines.map((line) => line.variantId));
    const [doubtful, pieces] = [await doubtfulUnits(tx, count.locationId, lines), await countedPieces(tx, count, lines.filter((line) => facts.get(line.variantId)?.trackedBy === 'serial'))];
    const entries = lines.flatMap((line): StockEntry[] => {
      const named = pieces.get(line.variantId) ?? { missing: [], found: [] };
      // What no piece explains is of pieces without a serial.
      const move = countMove({ ...line, expectedMilli: line.expectedMilli + (named.found.length - named.missing.length) * 1000 });
      const units = doubtful.get(line.variantId) ?? 0;
      const common = { variantId: line.variantId, locationId: count.locationId, reason: [count.number, line.reason].filter(Boolean).join(': ') };
      return [...namedEntries(common, named, count.number), ...(move ? [{ ...common, ...move }] : []), ...(units > 0 ? [{ ...common, from: 'quality_control' as const, to: 'shrink' as const, quantityMilli: units, reason: `${count.number}: not found when picking` }] : [])];
    });
    for (let start = 0; start < entries.length; start += CHUNK) {
      const result = await this.ledger.applyNamed(tx, { operationId: newId(), causeKind: 'count', causeId: count.id, actor, occurredAt: new Date().toISOString(), entries: entries.slice(start, start + CHUNK), mayOverride: true });
      invariant(result.ok, 'A count is never short');
    }
    const varianceTotal = lines.reduce((sum, line) => sum + varianceMilli(line), 0);
    const numbers = { countedLines: lines.length, rightLines: lines.filter((line) => varianceMilli(line) === 0).length, varianceMilli: varianceTotal, varianceMinor: lines.reduce((sum, line) => sum + varianceMinor(line), 0) };
    await this.counts.post(tx, count.id, { by: actor.name, numbers, lines });
    for (let start = 0; start < lines.length; start += CHUNK) {
      const variantIds = lines.slice(start, start + CHUNK).map((line) => line.variantId);
      await publish(tx, { type: StockCounted, key: count.locationId, payload: { countId: count.id, locationId: count.locationId, variantIds } });
    }
    await recordAudit(tx, { actor, action: 'post', subject: 'stock_count', subjectId: count.id, locationId: count.locationId, after: numbers });
  }
}

/** Each piece that nobody found goes, each that was found comes, by its name. */
function namedEntries(common: Pick<StockEntry, 'variantId' | 'locationId'>, { missing, found }: PiecesOfLine, number: string): StockEntry[] {
  return [
    ...missing.map((serialNumber) => ({ ...common, from: 'sellable' as const, to: 'shrink' as const, quantityMilli: 1000, serialNumber, reason: `${number}: missing` })),
    ...found.map((serialNumber) => ({ ...common, from: 'shrink' as const, to: 'sellable' as const, quantityMilli: 1000, serialNumber, reason: `${number}: found` })),
  ];
}

/** Without signs: one found and one gone are two. */
const movedBy = (lines: readonly CountedLine[]): AdjustmentLimit => ({
  unitsMilli: lines.reduce((sum, line) => sum + Math.abs(varianceMilli(line)), 0),
  valueMinor: lines.reduce((sum, line) => sum + Math.abs(varianceMinor(line)), 0),
});
