import { Injectable } from '@nestjs/common';
import type { TillOperation } from '@oneshelf/contracts';
import type { PriceBook } from '@oneshelf/domain-pricing';
import type { DeviceActor, Tx } from '@oneshelf/platform';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import { DeviceOperationRepository } from '../device-operation.repository';
import { type Discrepancy, TillSaleRepository } from '../till-sale.repository';
import { compareQuote } from './compare-quote';
import { HandActs } from './hand-acts';
import { receiptHash } from './receipt-hash';
import { type BuyerOfSale, SaleBuyer } from './sale-buyer';

type SaleOperation = Extract<TillOperation, { kind: 'sale' }>;

/** What the server would have said otherwise of a paid sale. Nothing of it stops the sale. */
@Injectable()
export class CheckSale {
  constructor(
    private readonly books: LoadPriceBook,
    private readonly sales: TillSaleRepository,
    private readonly operations: DeviceOperationRepository,
    private readonly handActs: HandActs,
    private readonly buyers: SaleBuyer,
  ) {}

  async run(tx: Tx, device: DeviceActor, operation: SaleOperation): Promise<{ book: PriceBook | null; buyer: BuyerOfSale | null; found: Discrepancy[] }> {
    const sale = operation.payload;
    const book = await this.books.ofVersion(sale.quote.bookVersion);
    const { buyer, found: ofBuyer } = await this.buyers.run(tx, sale);
    const found = [
      ...compareQuote(sale, book),
      ...(await this.numbersThatDoNotFit(tx, device, operation)),
      ...(await this.handActs.run(tx, sale, device)),
      ...ofBuyer,
    ];
    return { book, buyer, found };
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
