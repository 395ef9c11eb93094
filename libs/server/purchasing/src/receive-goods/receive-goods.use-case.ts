import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { ReceiveGoods } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { decideReceipt, type ReceiptDecision, type ReceiptRefusal } from '@oneshelf/domain-purchasing';
import { Transactions, type Tx } from '@oneshelf/platform';
import { type ComingPart, type LotRefusal, ReceiveStockUseCase } from '@oneshelf/server-inventory/goods';
import { type OrderChanged, orderChanged, type PurchaseOrder } from '../purchase-order';
import { PurchaseOrderRepository } from '../purchase-order.repository';
import { GoodsReceiptRepository } from './goods-receipt.repository';
import type { ReceiveGoodsInput } from './receive-goods-input';
import { ReceiptSurroundings } from './receipt-surroundings';
import type { PiecesByLine, ReceivedPiecesRefusal } from './received-pieces';
import type { LineWeight, ReceivedWeightsRefusal } from './received-weights';
import { toldLots, toldRefusal } from './told-refusal';
import { statesOfLine, valuedLine } from './valued-line';

export type ReceiveGoodsRefusal =
  | OrderChanged
  | { kind: 'unknown_order' | 'not_allowed_here' | 'receipt_id_reused'; message: string }
  | (LotRefusal & { message: string })
  | ReceivedPiecesRefusal
  | ReceivedWeightsRefusal
  | (ReceiptRefusal & { message: string });

interface Booking {
  input: ReceiveGoodsInput;
  order: PurchaseOrder;
  decision: ReceiptDecision;
  inputHash: string;
  parts: ReadonlyMap<string, ComingPart[]>;
  pieces: PiecesByLine;
  weights: ReadonlyMap<string, LineWeight>;
}

/** Goods came: what was counted, in which state, and what of the order is still open; all of it in one transaction. */
@Injectable()
export class ReceiveGoodsUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly orders: PurchaseOrderRepository,
    private readonly receipts: GoodsReceiptRepository,
    private readonly stock: ReceiveStockUseCase,
    private readonly around: ReceiptSurroundings,
  ) {}

  /** The order is locked: of two people who receive it at once the second sees what the first took. Sent twice it applies once. */
  run(input: ReceiveGoodsInput): Promise<Result<{ applied: boolean }, ReceiveGoodsRefusal>> {
    const { goods } = input;
    const inputHash = createHash('sha256').update(JSON.stringify([input.orderId, goods.isFinal, goods.lines])).digest('hex');
    return this.transactions.run<{ applied: boolean }, ReceiveGoodsRefusal>(async (tx) => {
      const order = await this.orders.lock(tx, input.orderId);
      if (!order) return refuse({ kind: 'unknown_order', message: 'There is no order with this id. Nothing was received.' });
      if (!input.isAllowedAt(order.locationId)) return refuse({ kind: 'not_allowed_here', message: 'These goods go to another location. Nothing was received.' });
      const before = await this.receipts.hashOf(tx, goods.receiptId);
      if (before !== null) return before === inputHash ? ok({ applied: false }) : refuse({ kind: 'receipt_id_reused', message: 'This receipt was sent before with other goods. Nothing was received. Count again.' });
      // Whether it is open comes first: "somebody changed it" would send them to count an order that is done.
      const decision = decideReceipt({ status: order.status, lines: order.lines.map((line) => ({ ...line, lineId: line.id })) }, goods.lines, { isFinal: goods.isFinal, mayDecide: input.mayDecide });
      if (!decision.ok && decision.refusal.kind === 'order_not_open') return refuse(toldRefusal(decision.refusal));
      if (order.version !== goods.version) return refuse(orderChanged(order.version));
      if (!decision.ok) return refuse(toldRefusal(decision.refusal));
      const counted = goods.lines.filter((line) => line.goodMilli + line.checkedMilli + line.damagedMilli > 0);
      const pieces = await this.around.pieces.of(order, goods);
      if (!pieces.ok) return pieces;
      const weights = await this.around.weights.of(order, goods);
      if (!weights.ok) return weights;
      const parts = await this.around.lots.run(tx, counted.map((line) => ({ lineId: line.lineId, variantId: order.lines.find(({ id }) => id === line.lineId)?.variantId ?? '', quantitiesMilli: statesOfLine(line), traced: line.traced ?? [] })));
      if (!parts.ok) return refuse(toldLots(parts.refusal));
      return this.book(tx, { input, order, decision: decision.value, inputHash, parts: parts.value, pieces: pieces.value, weights: weights.value });
    });
  }

  private async book(tx: Tx, { input, order, decision, inputHash, parts, pieces, weights }: Booking): Promise<Result<{ applied: boolean }, ReceivedPiecesRefusal>> {
    const { goods, actor } = input;
    const marketCurrency = await this.around.currencyOf(order);
    const counted = goods.lines.flatMap((line) => (parts.has(line.lineId) ? [valuedLine(order, line, { marketCurrency, parts: parts.get(line.lineId) ?? [], pieces: pieces.get(line.lineId), weight: weights.get(line.lineId) })] : []));
    await this.receipts.insert(tx, { ...input, order, inputHash, lines: counted });
    const come = await this.stock.run(tx, { receiptId: goods.receiptId, locationId: order.locationId, lines: counted.flatMap((line) => line.entries), actor: { ...actor, name: input.receivedBy }, deviceId: input.deviceId, occurredAt: input.now.toISOString() });
    if (!come.ok) return refuse(await this.around.pieces.words.told(come.refusal, 'Nothing was received. Check the label of that piece; a piece that is here already cannot come again.'));
    const after: PurchaseOrder = { ...order, status: decision.status, lines: order.lines.map((line) => {
      const [came, decided] = [goods.lines.find(({ lineId }) => lineId === line.id), decision.lines.find(({ lineId }) => lineId === line.id)];
      return { ...line, receivedMilli: line.receivedMilli + (decided?.receivedMilli ?? 0), closedMilli: line.closedMilli + (decided?.closedMilli ?? 0), damagedMilli: line.damagedMilli + (came?.damagedMilli ?? 0), checkedMilli: line.checkedMilli + (came?.checkedMilli ?? 0) };
    }) };
    const isDone = decision.status !== 'partly_received';
    await this.orders.update(tx, after, isDone ? { endedAt: input.now } : {});
    await this.orders.writeLines(tx, order.id, after.lines);
    await this.around.expect.run(tx, after);
    await this.orders.record(tx, order, { actor: { ...actor, name: input.receivedBy }, kind: 'received', details: detailsOf(input, decision) });
    return ok({ applied: true });
  }
}

const detailsOf = ({ goods, source }: ReceiveGoodsInput, decision: ReceiptDecision): Record<string, unknown> => ({
  receiptId: goods.receiptId, source, isFinal: goods.isFinal, status: decision.status, note: goods.note, unexpected: goods.unexpected,
  lines: decision.lines.filter((line) => line.receivedMilli > 0 || line.closedMilli > 0).map((line) => ({ ...line, ...statesOf(goods, line.lineId) })),
});

const statesOf = (goods: ReceiveGoods, lineId: string) => {
  const line = goods.lines.find((counted) => counted.lineId === lineId);
  return { damagedMilli: line?.damagedMilli ?? 0, checkedMilli: line?.checkedMilli ?? 0 };
};
