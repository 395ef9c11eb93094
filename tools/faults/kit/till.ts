import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CountScan, EnrolledDevice, OperationResult, PickupList, PriceBookAnswer, ReturnLookup, ReturnResult, SendOperationsAnswer, TakeCountScansAnswer, TillStock } from '@oneshelf/contracts';
import { invariant } from '@oneshelf/domain-kernel';
import { quoteBasket } from '@oneshelf/domain-pricing';
import { newId } from '@oneshelf/platform';
import type { demo } from '@oneshelf/prisma/demo';
import { ask, askUntilAnswered, fetched } from './ask';
import type { OutsideRecord } from './outside-record';
import type { Product } from './product';
import type { Random } from './random';

const BATCH = 20;
const PAUSE_MS = 300;

interface Place { place: (typeof demo.stores)['soho']; person: { id: string; name: string }; register: number }
interface Waiting { id: string; operation: object; saleId: string | null }

/**
 * A till as the server sees one: operations wait in its outbox until the server has given a result for each. The line
 * loses answers, doubles batches and mixes their order.
 */
export class Till {
  private readonly outbox = new Map<string, Waiting>();
  private readonly results = new Map<string, OperationResult>();
  private readonly shiftId = newId();
  private sequence = 0;
  private previousHash = '';
  private closing = false;
  private sending: Promise<void> = Promise.resolve();

  private constructor(private readonly product: Product, private readonly record: OutsideRecord, private readonly at: Place & { device: EnrolledDevice; book: PriceBookAnswer; random: Random }) {}

  static async enrol(product: Product, record: OutsideRecord, { random, ...place }: Place & { random: Random }): Promise<Till> {
    const code = place.place.registers[place.register]?.enrolmentCode;
    const device = await fetched<EnrolledDevice>({ method: 'POST', url: `${product.origin}/api/devices/enrol`, body: { code } });
    const book = await fetched<PriceBookAnswer>({ url: `${product.origin}/api/pos/price-book`, headers: { authorization: `Bearer ${device.token}` } });
    const till = new Till(product, record, { ...place, device, book, random });
    till.put('open_shift', { shiftId: till.shiftId, ...till.staff, floatMinor: 10_000, currency: 'GBP', openedAt: new Date().toISOString() }, null);
    till.sending = till.sendForEver();
    return till;
  }

  get locationId(): string {
    return this.at.place.id;
  }

  private get staff() {
    return { staffId: this.at.person.id, staffName: this.at.person.name };
  }

  private get headers() {
    return { authorization: `Bearer ${this.at.device.token}` };
  }

  /** Paid in cash and kept on the till at once; the server hears of it when it can. Answers the sale's id. */
  sell(variantId: string, pieces: number): string {
    const [soldAt, saleId] = [new Date().toISOString(), newId()];
    const basket = { marketCode: 'GB', channelCode: 'store-gb', locationId: this.locationId, currency: 'GBP', pricedAt: soldAt, taxCountry: 'GB', lines: [{ lineId: '1', variantId, quantityMilli: pieces * 1000 }] };
    const quote = quoteBasket(basket, this.at.book);
    invariant(quote.ok, 'the seeded book prices every seeded variant');
    const { totalMinor } = quote.value;
    const receiptNumber = `${this.at.place.code}-${this.at.device.register.number}-${soldAt.slice(0, 4)}-${String(this.sequence + 1).padStart(6, '0')}`;
    const hash = createHash('sha256').update([this.previousHash, receiptNumber, saleId, totalMinor, soldAt].join('|')).digest('hex');
    this.record.tillSales.set(saleId, { variantId, locationId: this.locationId, pieces, totalMinor, outcome: null });
    this.put('sale', {
      saleId, shiftId: this.shiftId, ...this.staff, receiptNumber, previousHash: this.previousHash, hash, soldAt, wasOffline: true, basket, quote: quote.value,
      lineTexts: [{ lineId: '1', sku: 'SKU', title: 'Title' }], tenders: [{ paymentId: newId(), kind: 'cash', amountMinor: totalMinor, tenderedMinor: totalMinor }], changeMinor: 0,
    }, saleId);
    this.previousHash = hash;
    return saleId;
  }

  /** Until the server has given its result. */
  async acknowledged(saleId: string): Promise<void> {
    while (this.record.tillSales.get(saleId)?.outcome === null) await sleep(20);
  }

  /** Pieces that the till's screen shows as free here. */
  async looksUp(variantId: string): Promise<number> {
    const { variantIds, sellableMilli } = await fetched<TillStock>({ url: `${this.product.origin}/api/pos/stock`, headers: this.headers });
    return (sellableMilli[variantIds.indexOf(variantId)] ?? 0) / 1000;
  }

  /** Picks an order and hands it over against its code. False: it is not here (any more). */
  async handOver(orderId: string, code: string): Promise<boolean> {
    const pickups = `${this.product.origin}/api/pos/pickups`;
    const { items } = await fetched<PickupList>({ url: pickups, headers: this.headers });
    const pickup = items.find((item) => item.orderId === orderId);
    if (pickup === undefined) return false;
    const lines = pickup.lines.map((line) => ({ lineId: line.id, pickedMilli: line.quantityMilli }));
    const picked = await askUntilAnswered<{ code?: string }>({ method: 'POST', url: `${pickups}/${pickup.id}/pick`, headers: this.headers, body: { lines, shelf: 'A1', staffName: this.at.person.name } });
    if (picked.status !== 200 && picked.body.code !== 'wrong_status') return false;
    const handed = await askUntilAnswered<{ code?: string; status?: string }>({ method: 'POST', url: `${pickups}/${pickup.id}/hand-over`, headers: this.headers, body: { code, staffName: this.at.person.name } });
    // wrong_status: the answer to our first try was lost.
    return handed.status === 200 || handed.body.code === 'wrong_status';
  }

  /** Takes everything of an order back. Null: nothing can come back. */
  async takeBack(orderId: string): Promise<string | null> {
    const looked = await askUntilAnswered<ReturnLookup>({ url: `${this.product.origin}/api/pos/returns/lookup?code=${orderId}`, headers: this.headers });
    const lines = looked.status === 200 ? looked.body.lines.filter((line) => line.returnableMilli > 0) : [];
    if (lines.length === 0) return null;
    const returnId = newId();
    const body = { returnId, orderId, lines: lines.map((line) => ({ orderLineId: line.orderLineId, quantityMilli: line.returnableMilli, reason: 'changed_mind', disposition: 'resellable' })), ...this.staff };
    const returned = await askUntilAnswered<ReturnResult>({ method: 'POST', url: `${this.product.origin}/api/pos/returns`, headers: this.headers, body, hangUpAfterMs: this.at.random.happens(0.3) ? 15 : undefined });
    return returned.status < 300 ? returnId : null;
  }

  /** What somebody found while counting here; sent again it is taken once. */
  async scan(scans: CountScan[]): Promise<void> {
    const { results } = await fetched<TakeCountScansAnswer>({ method: 'POST', url: `${this.product.origin}/api/pos/count-scans`, headers: this.headers, body: { scans } });
    if (results.some(({ outcome }) => outcome !== 'taken')) throw new Error(`A scan was not taken: ${JSON.stringify(results)}`);
  }

  /** Until the server has given a result for everything; throws when one was refused. */
  async everythingSent(): Promise<void> {
    this.closing = true;
    await this.sending;
    for (const [id, result] of this.results) if (result.outcome === 'refused') throw new Error(`Operation ${id} was refused: ${result.code} ${result.message}`);
  }

  private put(kind: string, payload: object, saleId: string | null): void {
    this.sequence += 1;
    const id = randomUUID();
    this.outbox.set(id, { id, saleId, operation: { id, epoch: this.at.device.epoch, sequence: this.sequence, kind, madeAt: new Date().toISOString(), payload } });
  }

  private async sendForEver(): Promise<void> {
    while (!this.closing || this.outbox.size > 0) {
      if (this.outbox.size > 0) await this.sendBatch();
      await sleep(PAUSE_MS * this.at.random.next());
    }
  }

  private async sendBatch(): Promise<void> {
    const { random } = this.at;
    const waiting = [...this.outbox.values()].slice(0, BATCH);
    // The shift must be open before its sales; among the sales any order may arrive.
    const batch = this.results.size === 0 ? waiting.slice(0, 1) : random.shuffled(waiting);
    const send = () => ask<SendOperationsAnswer>({ method: 'POST', url: `${this.product.origin}/api/pos/operations`, headers: this.headers, body: { operations: batch.map(({ operation }) => operation) }, hangUpAfterMs: random.happens(0.2) ? 5 + random.below(60) : undefined });
    const answers = await Promise.all(random.happens(0.3) ? [send(), send()] : [send()]);
    for (const answer of answers) if (answer?.status === 200) for (const result of answer.body.results) this.settle(result);
  }

  private settle(result: OperationResult): void {
    const sent = this.outbox.get(result.id);
    if (sent === undefined) return;
    this.outbox.delete(result.id);
    this.results.set(result.id, result);
    const sale = sent.saleId === null ? undefined : this.record.tillSales.get(sent.saleId);
    if (sale) sale.outcome = result.outcome;
  }
}
