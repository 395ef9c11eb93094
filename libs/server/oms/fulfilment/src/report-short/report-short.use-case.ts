import { Injectable } from '@nestjs/common';
import type { ShortOutcome, ShortRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, Transactions, type Tx } from '@oneshelf/platform';
import { type Order, RecordProgressUseCase } from '@oneshelf/server-orders';
import { OpenPart, type OpenPartRefusal } from '../open-part';
import { type Part, PartRepository } from '../part.repository';
import { ShortDesk } from './short-desk';
import type { ShortUnits } from './short-units';

export type ShortRefusal = OpenPartRefusal | { kind: 'unknown_line'; lineId: string } | { kind: 'short_too_many'; lineId: string; leftMilli: number };
type ShortInput = ShortRequest & { id: string; locationId: string | null; actor: Actor };

/**
 * A picker cannot find units. It never sticks: a delivery goes on from another location, or the units are cancelled and
 * not charged. The units are off sale and the location is left out of routing for the product until somebody has
 * counted; nothing is written off by itself.
 */
@Injectable()
export class ReportShortUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly opening: OpenPart,
    private readonly parts: PartRepository,
    private readonly progress: RecordProgressUseCase,
    private readonly desk: ShortDesk,
  ) {}

  run(input: ShortInput): Promise<Result<ShortOutcome, ShortRefusal>> {
    return this.transactions.run<ShortOutcome, ShortRefusal>(async (tx) => {
      const opened = await this.opening.run(tx, { id: input.id, locationId: input.locationId, statuses: ['to_pick', 'picking'] });
      if (!opened.ok) return opened;
      const { part, order } = opened.value;
      const short = shortUnits(part, input.lines);
      if (!short.ok) return short;
      return ok(await this.resolve(tx, { input, part, order, short: short.value }));
    });
  }

  private async resolve(tx: Tx, { input, part, order, short }: { input: ShortInput; part: Part; order: Order; short: ShortUnits[] }): Promise<ShortOutcome> {
    const actorName = input.staffName ?? input.actor.name;
    await this.parts.count(tx, short.map(({ line, quantityMilli }) => ({ lineId: line.id, shortMilli: quantityMilli, pickedMilli: Math.min(line.pickedMilli, line.quantityMilli - line.shortMilli - quantityMilli) })));
    await this.desk.sources.exclude(tx, short.map(({ line }) => ({ variantId: line.variantId, locationId: part.locationId })), 'not found when picking');
    await this.desk.askCount.run(tx, { locationId: part.locationId, variantIds: short.map(({ line }) => line.variantId), actor: { ...input.actor, name: actorName } });
    await this.progress.say(tx, order.id, { kind: 'recount_asked', actor: actorName, data: { locationId: part.locationId, skus: [...new Set(short.map(({ line }) => line.sku))] } });
    const lines: ShortOutcome['lines'] = [];
    const gone: ShortUnits[] = [];
    for (const one of short) {
      const toLocationName = part.kind === 'ship' ? await this.desk.reRoute.run(tx, { order, part, short: one, actor: input.actor }) : null;
      if (toLocationName === null) gone.push(one);
      lines.push({ lineId: one.line.id, shortMilli: one.quantityMilli, outcome: toLocationName === null ? 'cancelled' : 're_routed', toLocationName });
    }
    await this.desk.giveUp.run(tx, { orderId: order.id, locationId: part.locationId, units: gone, actor: input.actor, actorName });
    const left = part.lines.reduce((sum, line) => sum + line.quantityMilli - line.shortMilli, 0) - short.reduce((sum, one) => sum + one.quantityMilli, 0);
    const status = left === 0 ? 'cancelled' : 'picking';
    await this.parts.move(tx, part.id, { from: ['to_pick', 'picking'], to: status });
    return { status, lines };
  }
}

function shortUnits(part: Part, asked: ShortRequest['lines']): Result<ShortUnits[], ShortRefusal> {
  const short: ShortUnits[] = [];
  for (const { lineId, shortMilli, reason } of asked) {
    const line = part.lines.find((one) => one.id === lineId);
    if (!line) return refuse({ kind: 'unknown_line', lineId });
    const leftMilli = line.quantityMilli - line.shortMilli - short.filter((one) => one.line === line).reduce((sum, one) => sum + one.quantityMilli, 0);
    // Whole pieces only: a part of a piece has no frozen share.
    if (shortMilli > leftMilli || (shortMilli % 1000 !== 0 && shortMilli !== leftMilli)) return refuse({ kind: 'short_too_many', lineId, leftMilli });
    short.push({ line, quantityMilli: shortMilli, reason });
  }
  return ok(short);
}

