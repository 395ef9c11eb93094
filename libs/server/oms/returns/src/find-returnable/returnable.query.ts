import { Inject, Injectable } from '@nestjs/common';
import type { ReturnLookup } from '@oneshelf/contracts';
import { readScan } from '@oneshelf/domain-barcodes';
import { normaliseSerial } from '@oneshelf/domain-inventory';
import { type Database, DATABASE } from '@oneshelf/platform';
import { type Order, OrderQuery } from '@oneshelf/server-orders';
import { PaymentsOfOrder } from '@oneshelf/server-payments';
import { refundable } from '../receive-return/refund-tenders';
import { shippingToReturn } from '../receive-return/shipping-to-return';
import { ReturnRepository } from '../return.repository';

const RECEIPT_TOKEN = /^[A-Za-z0-9_-]{24}$/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** Finds an order by what a customer brings, and what of it can come back. Any store, any channel. */
@Injectable()
export class ReturnableQuery {
  constructor(
    private readonly orders: OrderQuery,
    private readonly payments: PaymentsOfOrder,
    private readonly returns: ReturnRepository,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** `code`: an order number, a receipt number, an order id, a serial number that was sold, or the text of a QR code that holds one of them or leads to the receipt's page. */
  async run(code: string): Promise<ReturnLookup | null> {
    const order = await this.find(code.trim());
    if (!order || order.status === 'pending_payment') return null;
    const [payments, gone, barcodes, back, tracked] = await Promise.all([
      this.payments.rows(order.id), this.returns.returnedUnits(this.database, order.lines.map((line) => line.id)), this.orders.barcodesOf(order.lines.map((line) => line.variantId)),
      this.returns.returnedSerials(this.database, order.lines.map((line) => line.id)), this.orders.toldApartBySerial(order.lines.map((line) => line.variantId)),
    ]);
    return {
      orderId: order.id, number: order.number, channelCode: order.channelCode, customerName: order.customerName, currency: order.currency, placedAt: order.placedAt.toISOString(), totalMinor: order.totalMinor,
      lines: order.lines.map((line) => {
        const units = fulfilledUnits(line).filter((unit) => !gone.get(line.id)?.includes(unit.unit));
        return {
          orderLineId: line.id, variantId: line.variantId, sku: line.sku, title: line.title, unit: line.unit, weightMilli: line.weightMilli, barcodes: barcodes.get(line.variantId) ?? [], quantityMilli: line.quantityMilli, fulfilledMilli: line.fulfilledMilli,
          returnedMilli: line.returnedMilli, returnableMilli: units.reduce((sum, unit) => sum + unit.quantityMilli, 0), taxRateBasisPoints: line.taxRateBasisPoints, listUnitMinor: line.listUnitMinor, units,
          serialNumbers: line.serialNumbers.filter((serial) => !back.get(line.id)?.includes(serial)), bySerial: tracked.has(line.variantId) || line.serialNumbers.length > 0,
        };
      }),
      shipping: shippingOf(order),
      // As the refund is split: cards first, the last used first, then cash.
      tenders: payments.map((payment) => ({ payment, can: refundable(payment) }))
        .filter(({ can }) => can.capturedMinor > can.refundedMinor)
        .sort((a, b) => Number(a.payment.kind === 'cash') - Number(b.payment.kind === 'cash') || b.payment.updatedAt.getTime() - a.payment.updatedAt.getTime())
        .map(({ payment, can }) => ({ paymentId: payment.id, kind: payment.kind, cardLabel: payment.cardLabel, refundableMinor: can.capturedMinor - can.refundedMinor })),
    };
  }

  private async find(code: string): Promise<Order | null> {
    const id = UUID.exec(code)?.[0];
    if (id) return this.orders.byId(id.toLowerCase());
    const last = code.split('/').at(-1) ?? '';
    const receipt = RECEIPT_TOKEN.test(last) ? await this.orders.byReceiptToken(last) : null;
    if (receipt) return receipt;
    const number = code.split(/[/?=#|\s]/).filter(Boolean).at(-1) ?? code;
    return (await this.orders.byNumber(code)) ?? (await this.orders.byNumber(number.toUpperCase())) ?? this.bySerial(code);
  }

  /** A piece leads to the sale that it went with. */
  private async bySerial(code: string): Promise<Order | null> {
    const serial = normaliseSerial(readScan(code, { today: new Date().toISOString().slice(0, 10) }).serial ?? code);
    return serial === null ? null : this.orders.bySerial(serial);
  }
}

function shippingOf(order: Order): ReturnLookup['shipping'] {
  const { shipping } = shippingToReturn(order);
  return shipping && !shipping.isOpen ? { totalMinor: shipping.totalMinor, taxMinor: shipping.taxMinor } : null;
}

function fulfilledUnits(line: Order['lines'][number]) {
  let left = line.fulfilledMilli;
  return line.units.filter((unit) => {
    left -= unit.quantityMilli;
    return left >= 0;
  });
}
