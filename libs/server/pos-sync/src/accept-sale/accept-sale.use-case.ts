import { Injectable } from '@nestjs/common';
import type { OperationResult, SalePayload, TillOperation } from '@oneshelf/contracts';
import { businessDate } from '@oneshelf/domain-kernel';
import type { DeviceActor, Tx } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { TillSaleRepository } from '../till-sale.repository';
import { CheckSale } from './check-sale';
import { saleRounding } from './sale-rounding';
import { SalePosting } from './sale-posting';

type SaleOperation = Extract<TillOperation, { kind: 'sale' }>;

@Injectable()
export class AcceptSaleUseCase {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly checks: CheckSale,
    private readonly sales: TillSaleRepository,
    private readonly posting: SalePosting,
  ) {}

  /**
   * Books a paid sale: order, tenders, stock, receipt and journal in one transaction. It never refuses: what the
   * server would have said otherwise becomes a discrepancy that a person sees.
   */
  async run(tx: Tx, device: DeviceActor, operation: SaleOperation): Promise<OperationResult> {
    const sale = operation.payload;
    const location = await this.organisation.location(device.locationId);
    const day = businessDate(sale.soldAt, location.timeZone, location.businessDayStartsAt);
    const { cashStepMinor } = await this.organisation.market(location.marketCode);
    const rounding = saleRounding(sale, cashStepMinor);
    const { book, buyer, found: otherwise } = await this.checks.run(tx, device, operation);
    const found = [
      ...otherwise,
      ...rounding.found,
      ...(await this.posting.run(tx, { sale, device, day, channelCode: sale.basket.channelCode, operationId: operation.id, book, buyer, roundingMinor: rounding.roundingMinor })),
    ];
    await this.sales.insert(tx, rowOf(sale, device, rounding.roundingMinor));
    await this.sales.addDiscrepancies(tx, { saleId: sale.saleId, locationId: device.locationId }, found);
    return { id: operation.id, outcome: found.length > 0 ? 'applied_with_discrepancy' : 'applied', code: found[0]?.kind ?? null, message: null, report: null };
  }
}

const rowOf = (sale: SalePayload, device: DeviceActor, roundingMinor: number) => ({
  saleId: sale.saleId, receiptNumber: sale.receiptNumber, deviceId: device.id, registerId: device.registerId, locationId: device.locationId,
  shiftId: sale.shiftId, staffId: sale.staffId, staffName: sale.staffName, previousHash: sale.previousHash, hash: sale.hash, soldAt: sale.soldAt,
  wasOffline: sale.wasOffline, totalMinor: sale.quote.totalMinor, discountMinor: sale.quote.discountMinor, taxMinor: sale.quote.taxMinor, roundingMinor,
  taxes: sale.quote.taxes.map(({ rateBasisPoints, taxMinor, grossMinor }) => ({ rateBasisPoints, taxMinor, grossMinor })),
  tenders: sale.tenders.map(({ kind, amountMinor }) => ({ kind, amountMinor })),
});
