import { Injectable } from '@nestjs/common';
import type { CreateReturn } from '@oneshelf/contracts';
import { ok, type Result } from '@oneshelf/domain-kernel';
import type { ReturnPlan } from '@oneshelf/domain-returns';
import type { DeviceActor, Tx } from '@oneshelf/platform';
import { ReturnStockUseCase } from '@oneshelf/server-inventory';
import type { SerialRefused } from '@oneshelf/server-inventory/serials';
import { type Order, RecordProgressUseCase } from '@oneshelf/server-orders';
import { OrganisationDirectory } from '@oneshelf/server-organisation';

interface Coming {
  input: CreateReturn;
  order: Order;
  plan: ReturnPlan;
  /** By line of the plan: the serials of what is told apart. */
  pieces: string[][];
  till: DeviceActor;
  now: Date;
}

/** The goods of a return: into stock where their dispositions say, to the lots and at the cost that they left with. */
@Injectable()
export class GoodsBack {
  constructor(
    private readonly progress: RecordProgressUseCase,
    private readonly stock: ReturnStockUseCase,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(tx: Tx, { input, order, plan, pieces, till, now }: Coming): Promise<Result<null, SerialRefused>> {
    const variantOf = new Map(order.lines.map((line) => [line.id, line.variantId]));
    const [{ currency }, leftWith, { registers }] = await Promise.all([this.organisation.location(till.locationId).then(({ marketCode }) => this.organisation.market(marketCode)), this.progress.leftWith(tx, order.id), this.organisation.read()]);
    // Who stood there, and at which register: what became of a piece is read by people.
    const actor = { ...till, name: [input.staffName ?? till.name, registers.get(till.registerId)?.name].filter(Boolean).join(' · ') };
    const back = await this.stock.run(tx, {
      // What a piece cost in another currency says nothing here.
      ...(order.currency === currency ? { soldBy: leftWith } : {}),
      sale: { ids: leftWith, returnedMilli: returnedBefore(order) },
      returnId: input.returnId, orderId: order.id, locationId: till.locationId, actor, occurredAt: now.toISOString(),
      // The plan has a line for each ask, in their order.
      lines: plan.lines.map((line, index) => ({ variantId: variantOf.get(line.orderLineId) ?? '', quantityMilli: line.quantityMilli, disposition: line.disposition, serials: pieces[index] ?? [] })),
    });
    if (!back.ok) return back;
    await this.progress.returned(tx, order.id, plan.lines.map(({ orderLineId, quantityMilli }) => ({ orderLineId, quantityMilli })));
    return ok(null);
  }
}

function returnedBefore({ lines }: Order): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const line of lines) sums[line.variantId] = (sums[line.variantId] ?? 0) + line.returnedMilli;
  return sums;
}
