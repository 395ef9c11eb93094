import { Injectable } from '@nestjs/common';
import type { QuantityUnit } from '@oneshelf/contracts';
import { invariant } from '@oneshelf/domain-kernel';
import type { BasketInput, Quote } from '@oneshelf/domain-pricing';
import { newId, type Tx } from '@oneshelf/platform';
import { NewOrderRepository } from '../new-order.repository';

export interface TillSale {
  saleId: string;
  receiptNumber: string;
  /** The sale's link in the till's chain; the till made the receipt's QR code with it. Absent: the receipt has no page. */
  hash?: string;
  channelCode: string;
  locationId: string;
  basket: BasketInput;
  /** The till's own: it is what was paid. */
  quote: Quote;
  lineTexts: { lineId: string; sku: string; title: string; unit?: QuantityUnit }[];
  /** Which pieces went with which line, as they are kept. */
  serials?: ReadonlyMap<string, readonly string[]>;
  /** Pieces whose serial could not be read, and who allowed it. */
  notRead?: readonly { lineId: string; pieces: number; allowedBy: string }[];
  staffName: string;
  /** None: a walk-in. */
  customer?: { id: string; name: string; email: string | null } | null;
  /** Who did what by hand, for the order's timeline. */
  handActs?: readonly { target: { kind: 'price'; lineId: string } | { kind: 'discount'; discountId: string }; givenBy: { name: string }; approvedBy: { name: string } | null; reason: string; note: string }[];
  /** ISO instant, by the till's clock. */
  soldAt: string;
  /** YYYY-MM-DD */
  businessDate: string;
}

/** A paid sale at a till as an order that was fulfilled at once. It never refuses. Statements: 1. */
@Injectable()
export class RecordTillSaleUseCase {
  constructor(private readonly orders: NewOrderRepository) {}

  /** A receipt number that another sale has already does not stop the sale: it gets a suffix and a person looks. */
  async run(tx: Tx, sale: TillSale): Promise<{ orderNumber: string }> {
    for (const number of [sale.receiptNumber, `${sale.receiptNumber}/${sale.saleId.slice(-6)}`]) {
      const written = await this.orders.insert(tx, {
        id: sale.saleId, number, channelCode: sale.channelCode, marketCode: sale.basket.marketCode, fulfilmentKind: 'carry_out', pickupLocationId: null, soldAtLocationId: sale.locationId,
        customerId: sale.customer?.id ?? null, customerName: sale.customer?.name ?? '', customerEmail: sale.customer?.email ?? null, shippingAddress: null, collectionCode: null, externalId: null, basket: sale.basket, quote: sale.quote, status: 'placed',
        businessDate: sale.businessDate, placedAt: new Date(sale.soldAt), statusToken: null, receiptSecret: sale.hash ?? null,
        lines: sale.quote.lines.map((line) => {
          const text = sale.lineTexts.find((one) => one.lineId === line.lineId);
          return { id: newId(), sku: text?.sku ?? '', title: text?.title ?? '', ...(text?.unit ? { unit: text.unit } : {}), fulfilledMilli: line.quantityMilli, serialNumbers: sale.serials?.get(line.lineId) ?? [] };
        }),
        event: { kind: 'sold', actor: sale.staffName, data: { receiptNumber: sale.receiptNumber, totalMinor: sale.quote.totalMinor, ...byHand(sale.handActs), ...((sale.notRead ?? []).length > 0 ? { serialsNotRead: sale.notRead } : {}) } },
      });
      if (written !== null) return { orderNumber: written };
    }
    invariant(false, `sale ${sale.saleId} is recorded already; its operation must be refused as a repetition before this`);
  }
}

/** Nothing by hand is not said. */
const byHand = (acts: TillSale['handActs'] = []) =>
  (acts.length === 0 ? {} : { byHand: acts.map(({ target, givenBy, approvedBy, reason, note }) => ({ kind: target.kind, targetId: target.kind === 'price' ? target.lineId : target.discountId, reason, note, givenBy: givenBy.name, approvedBy: approvedBy?.name ?? null })) });
