import { Injectable } from '@nestjs/common';
import type { SalePayload } from '@oneshelf/contracts';
import { journalForTillSale } from '@oneshelf/domain-payments';
import { type PriceBook, promotionUses } from '@oneshelf/domain-pricing';
import type { DeviceActor, Tx } from '@oneshelf/platform';
import { SellAtCounterUseCase } from '@oneshelf/server-inventory';
import { RecordTillSaleUseCase } from '@oneshelf/server-orders';
import { PostJournalUseCase, RecordTendersUseCase } from '@oneshelf/server-payments';
import { UsePromotionsUseCase } from '@oneshelf/server-pricing';
import type { Discrepancy } from '../till-sale.repository';
import type { BuyerOfSale } from './sale-buyer';
import { paidBy } from './sale-rounding';
import { saleSerials } from './sale-serials';

interface Posting {
  sale: SalePayload;
  device: DeviceActor;
  /** Business date, YYYY-MM-DD. */
  day: string;
  channelCode: string;
  operationId: string;
  /** That the till quoted with; null: never made, so which promotions are limited is not known. */
  book: PriceBook | null;
  buyer: BuyerOfSale | null;
  roundingMinor: number;
}

/** Writes a sale into the other modules' books, in the caller's transaction. */
@Injectable()
export class SalePosting {
  constructor(
    private readonly orders: RecordTillSaleUseCase,
    private readonly tenders: RecordTendersUseCase,
    private readonly stock: SellAtCounterUseCase,
    private readonly journal: PostJournalUseCase,
    private readonly promotions: UsePromotionsUseCase,
  ) {}

  async run(tx: Tx, { sale, device, day, channelCode, operationId, book, buyer, roundingMinor }: Posting): Promise<Discrepancy[]> {
    const serials = saleSerials(sale);
    await this.orders.run(tx, {
      saleId: sale.saleId, receiptNumber: sale.receiptNumber, hash: sale.hash, channelCode, locationId: device.locationId, basket: sale.basket, quote: sale.quote,
      lineTexts: sale.lineTexts, staffName: sale.staffName, soldAt: sale.soldAt, businessDate: day, customer: buyer, handActs: sale.handActs, serials: serials.byLine, notRead: serials.notRead,
    });
    const { discrepancies } = await this.tenders.run(tx, { saleId: sale.saleId, currency: sale.quote.currency, registerId: device.registerId, tenders: paidBy(sale.tenders, roundingMinor) });
    const { overrides, elsewhere } = await this.stock.run(tx, {
      saleId: sale.saleId, operationId, locationId: device.locationId, actor: { ...device, name: sale.staffName }, deviceId: device.id, registerId: device.registerId, occurredAt: sale.soldAt,
      lotChoice: { day, channelCode },
      soldRecipes: new Map(sale.recipes?.map(({ bundleId, components }) => [bundleId, components])),
      lines: sale.basket.lines.map(({ lineId, variantId, quantityMilli }) => ({ variantId, quantityMilli, lots: lotsOf(sale, lineId), serials: serials.byLine.get(lineId) ?? [] })),
    });
    const overruns = await this.promotions.record(tx, {
      orderId: sale.saleId, uses: book ? promotionUses(sale.quote, sale.basket, book) : [], customer: buyer?.email ?? buyer?.id ?? null, at: new Date(sale.soldAt),
    });
    await this.journal.run(tx, {
      causeKind: 'sale', causeId: sale.saleId, currency: sale.quote.currency, locationId: device.locationId, channelCode, businessDate: day, occurredAt: sale.soldAt,
      lines: journalForTillSale({ country: sale.basket.taxCountry, taxInclusive: sale.quote.taxInclusive, lines: sale.quote.lines }, sale.tenders, roundingMinor),
    });
    return [
      ...discrepancies.map((details) => ({ kind: 'tender' as const, details })),
      ...overrides.map((details) => ({ kind: 'stock_override' as const, details })),
      ...[...serials.found, ...elsewhere.map((one) => ({ reason: 'elsewhere' as const, ...one }))].map((details) => ({ kind: 'serial' as const, details })),
      ...overruns.map((details) => ({ kind: 'promotion_overrun' as const, details })),
    ];
  }
}

const lotsOf = ({ traced }: SalePayload, lineId: string) =>
  traced.flatMap((units) => (units.lineId === lineId && units.lotCode !== undefined ? [{ code: units.lotCode, expiresOn: units.expiresOn, quantityMilli: units.quantityMilli }] : []));
