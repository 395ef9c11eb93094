import { createHash } from 'node:crypto';
import type { EnrolledDevice, SendOperationsAnswer } from '@oneshelf/contracts';
import { invariant } from '@oneshelf/domain-kernel';
import { type PriceBook, quoteBasket } from '@oneshelf/domain-pricing';
import { newId } from '@oneshelf/platform';
import { demo } from '@oneshelf/prisma/demo';
import { call } from '../kit/call';

const { sohoAssociate } = demo.staff;
const staff = { staffId: sohoAssociate.id, staffName: sohoAssociate.name };

/** A till at Soho as the server sees one: enrolled with a code, its operations numbered, its receipts chained. */
export class Till {
  private sequence = 0;
  private previousHash = '';
  private readonly shiftId = newId();

  private constructor(
    private readonly apiUrl: string,
    private readonly device: EnrolledDevice,
    private readonly book: PriceBook,
  ) {}

  static async enrol(apiUrl: string, book: PriceBook, code: string): Promise<Till> {
    const till = new Till(apiUrl, await call<EnrolledDevice>({ method: 'POST', url: `${apiUrl}/api/devices/enrol`, body: { code } }), book);
    await till.send('open_shift', { shiftId: till.shiftId, ...staff, floatMinor: 10_000, currency: 'GBP', openedAt: new Date().toISOString() });
    return till;
  }

  /** A cash sale of one line. */
  async sell(variantId: string, quantityMilli: number): Promise<void> {
    const [soldAt, saleId] = [new Date().toISOString(), newId()];
    const basket = { marketCode: 'GB', channelCode: 'store-gb', locationId: this.device.location.id, currency: 'GBP', pricedAt: soldAt, taxCountry: 'GB', lines: [{ lineId: '1', variantId, quantityMilli }] };
    const quote = quoteBasket(basket, this.book);
    invariant(quote.ok, 'the seeded book prices every seeded variant');
    const { totalMinor } = quote.value;
    const receiptNumber = `SOHO-${this.device.register.number}-${String(this.device.epoch).padStart(4, '0')}-${String(this.sequence + 1).padStart(6, '0')}`;
    const hash = createHash('sha256').update([this.previousHash, receiptNumber, saleId, totalMinor, soldAt].join('|')).digest('hex');
    await this.send('sale', {
      saleId, shiftId: this.shiftId, ...staff, receiptNumber, previousHash: this.previousHash, hash, soldAt, wasOffline: false, basket, quote: quote.value,
      lineTexts: [{ lineId: '1', sku: 'SKU', title: 'Title' }], tenders: [{ paymentId: newId(), kind: 'cash', amountMinor: totalMinor, tenderedMinor: totalMinor }], changeMinor: 0,
    });
    this.previousHash = hash;
  }

  private async send(kind: string, payload: object): Promise<void> {
    this.sequence += 1;
    const operation = { id: newId(), epoch: this.device.epoch, sequence: this.sequence, kind, madeAt: new Date().toISOString(), payload };
    const answer = await call<SendOperationsAnswer>({ method: 'POST', url: `${this.apiUrl}/api/pos/operations`, headers: { authorization: `Bearer ${this.device.token}` }, body: { operations: [operation] } });
    const [result] = answer.results;
    if (result?.outcome !== 'applied') throw new Error(`The server answered ${kind} with ${JSON.stringify(result)}.`);
  }
}
