import { Injectable } from '@nestjs/common';
import type { OperationResult, SalePayload, TillOperation } from '@oneshelf/contracts';
import { businessDate } from '@oneshelf/domain-kernel';
import type { DeviceActor, Tx } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import { DeviceOperationRepository } from '../device-operation.repository';
import { type Discrepancy, TillSaleRepository } from '../till-sale.repository';
import { compareQuote } from './compare-quote';
import { receiptHash } from './receipt-hash';
import { SalePosting } from './sale-posting';

type SaleOperation = Extract<TillOperation, { kind: 'sale' }>;

@Injectable()
export class AcceptSaleUseCase {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly books: LoadPriceBook,
    private readonly sales: TillSaleRepository,
    private readonly operations: DeviceOperationRepository,
    private readonly posting: SalePosting,
  ) {}

  /**
   * Books a paid sale: order, tenders, stock, receipt and journal in one transaction. It never refuses: what the
   * server would have said otherwise becomes a discrepancy that a person sees.
   */
  async run(tx: Tx, device: DeviceActor, operation: SaleOperation): Promise<OperationResult> {
    const sale = operation.payload;
    const [location, book] = await Promise.all([this.organisation.location(device.locationId), this.books.ofVersion(sale.quote.bookVersion)]);
    const day = businessDate(sale.soldAt, location.timeZone, location.businessDayStartsAt);
    const found = [
      ...compareQuote(sale, book),
      ...(await this.numbersThatDoNotFit(tx, device, operation)),
      ...(await this.posting.run(tx, { sale, device, day, channelCode: sale.basket.channelCode, operationId: operation.id, book })),
    ];
    await this.sales.insert(tx, rowOf(sale, device));
    await this.sales.addDiscrepancies(tx, { saleId: sale.saleId, locationId: device.locationId }, found);
    return { id: operation.id, outcome: found.length > 0 ? 'applied_with_discrepancy' : 'applied', code: found[0]?.kind ?? null, message: null, report: null };
  }

  private async numbersThatDoNotFit(tx: Tx, device: DeviceActor, operation: SaleOperation): Promise<Discrepancy[]> {
    const sale = operation.payload;
    const sequenceOf = await this.operations.otherWithSequence(tx, { id: operation.id, deviceId: device.id, epoch: operation.epoch, sequence: operation.sequence });
    const numberOf = await this.sales.otherWithNumber(tx, sale);
    const hash = receiptHash({ ...sale, totalMinor: sale.quote.totalMinor });
    return [
      ...(sequenceOf ? [{ kind: 'sequence_reused' as const, details: { otherOperationId: sequenceOf } }] : []),
      ...(numberOf ? [{ kind: 'receipt_number_reused' as const, details: { receiptNumber: sale.receiptNumber, otherSaleId: numberOf } }] : []),
      ...(hash === sale.hash ? [] : [{ kind: 'receipt_hash' as const, details: { expected: hash, given: sale.hash } }]),
    ];
  }
}

const rowOf = (sale: SalePayload, device: DeviceActor) => ({
  saleId: sale.saleId, receiptNumber: sale.receiptNumber, deviceId: device.id, registerId: device.registerId, locationId: device.locationId,
  shiftId: sale.shiftId, staffId: sale.staffId, staffName: sale.staffName, previousHash: sale.previousHash, hash: sale.hash, soldAt: sale.soldAt,
  wasOffline: sale.wasOffline, totalMinor: sale.quote.totalMinor, discountMinor: sale.quote.discountMinor, taxMinor: sale.quote.taxMinor,
  taxes: sale.quote.taxes.map(({ rateBasisPoints, taxMinor, grossMinor }) => ({ rateBasisPoints, taxMinor, grossMinor })),
  tenders: sale.tenders.map(({ kind, amountMinor }) => ({ kind, amountMinor })),
});
