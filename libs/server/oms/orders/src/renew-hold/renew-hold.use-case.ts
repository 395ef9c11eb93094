import { Inject, Injectable } from '@nestjs/common';
import { PaymentNeeded } from '@oneshelf/contracts';
import { openMilli } from '@oneshelf/domain-orders';
import { holdStep } from '@oneshelf/domain-payments';
import { type Database, DATABASE, newId, publish, Transactions, type Tx } from '@oneshelf/platform';
import type { KeptCard, PaymentsOfOrder } from '@oneshelf/server-payments';
import { amountToHold } from '../capture-order/amount-to-capture';
import type { PreparedPayment } from '../follow-payment/follow-payment.use-case';
import type { Order } from '../order';
import { OrderRepository } from '../order.repository';
import { type AgainOutcome, ConcludeAgain } from './conclude-again';
import { RenewHoldBase } from './renew-hold-base';

type Payment = Awaited<ReturnType<PaymentsOfOrder['rows']>>[number];

/**
 * Asks for the hold of an order again before its goods leave: of the card that was kept, without its shopper; where that
 * does not go, the shopper is asked (PAY-13). By the sweep when a hold ends, and when goods come that were waited for.
 */
@Injectable()
export class RenewHoldUseCase {
  constructor(
    private readonly orders: OrderRepository,
    private readonly base: RenewHoldBase,
    private readonly concluding: ConcludeAgain,
    private readonly transactions: Transactions,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** Doing it again changes nothing. @throws when the provider does not answer; the job or the sweep tries again */
  async run(orderId: string, now: Date): Promise<'kept' | 'let_go' | 'renewed' | 'asked'> {
    const [order, payments] = await Promise.all([this.orders.byId(this.database, orderId), this.base.payments.rows(orderId)]);
    const cards = payments.filter(({ kind }) => kind === 'card_online');
    const last = cards.at(-1);
    if (!order || order.status !== 'placed' || !last || isDone(order, cards)) return 'kept';
    // Begun before, and not answered: the same question is asked, never a second one.
    if (isAgain(last) && (last.status === 'pending' || last.status === 'requires_action')) return this.ended(order, await this.concluding.run(order, last), cards);
    // The shopper was asked already.
    if (isAgain(last) && last.status === 'failed') return (await this.giveBack(order, cards.filter(({ captureBefore }) => captureBefore !== null && captureBefore <= now))), 'kept';
    const step = holdStep({ endsAt: last.status === 'authorised' ? last.captureBefore ?? new Date(8.64e15) : null, waitsOnly: await this.waitsOnly(order), isCardKept: this.base.authorise.isKept(cards) }, now);
    if (step === 'keep') return this.ended(order, null, cards);
    if (step === 'let_go') return (await this.giveBack(order, cards)), 'let_go';
    const kept = step === 'renew' ? await this.base.authorise.keptCard(cards) : null;
    if (kept !== null && !kept.ok) throw new Error(kept.refusal.message);
    if (kept?.value) return this.ended(order, await this.concluding.run(order, await this.prepare(order, kept.value)), cards);
    await this.transactions.write((tx) => this.ask(tx, order));
    await this.giveBack(order, cards);
    return 'asked';
  }

  /** Everything that is open waits for goods, and nothing has left yet. */
  private async waitsOnly({ id, lines }: Order): Promise<boolean> {
    if (lines.some(({ fulfilledMilli }) => fulfilledMilli > 0)) return false;
    const promises = await this.base.promising.ofOrder(id);
    const waiting = (lineId: string) => promises.filter(({ orderLineId }) => orderLineId === lineId).reduce((sum, { quantityMilli }) => sum + quantityMilli, 0);
    return lines.every((line) => waiting(line.id) >= openMilli(line));
  }

  private prepare(order: Order, card: KeptCard): Promise<PreparedPayment> {
    return this.transactions.write((tx) => this.base.authorise.prepare(tx, { paymentId: newId(), orderId: order.id, amountMinor: amountToHold(order), currency: order.currency, ...card, returnUrl: '' }));
  }

  private async ask(tx: Tx, order: Order): Promise<void> {
    const due = { paymentId: newId(), orderId: order.id, amountMinor: amountToHold(order), currency: order.currency };
    await this.base.authorise.owe(tx, due);
    await this.orders.append(tx, order.id, { kind: 'payment_needed', actor: 'payments', data: { amountMinor: due.amountMinor } });
    await publish(tx, { type: PaymentNeeded, key: order.id, payload: { orderId: order.id, paymentId: due.paymentId, amountMinor: due.amountMinor } });
  }

  /** Once another hold is there, or the shopper is asked, the one before is of no use; two would hold the amount twice. */
  private async ended(order: Order, outcome: AgainOutcome | null, cards: Payment[]): Promise<'kept' | 'renewed' | 'asked'> {
    if (outcome === 'unavailable') throw new Error('The card provider did not answer.');
    if (outcome === 'declined' || outcome === 'requires_action') return 'asked';
    const live = outcome === 'authorised' ? cards : cards.slice(0, -1);
    await this.giveBack(order, live);
    return outcome === 'authorised' ? 'renewed' : 'kept';
  }

  private async giveBack(order: Order, cards: Payment[]): Promise<void> {
    for (const payment of cards.filter(({ status }) => status === 'authorised')) {
      const released = await this.base.cancelling.release(payment);
      if (!released.ok) throw new Error(released.refusal.message);
      await this.transactions.write((tx) => this.orders.append(tx, order.id, { kind: 'hold_ended', actor: 'payments', data: { amountMinor: payment.authorisedMinor } }));
    }
  }
}

/** The first payment of an order has its id. */
const isAgain = ({ id, orderId }: Payment): boolean => id !== orderId;

const isDone = ({ lines }: Order, cards: Payment[]): boolean => cards.some(({ status }) => status === 'captured' || status === 'capturing') || lines.every((line) => line.cancelledMilli === line.quantityMilli);
