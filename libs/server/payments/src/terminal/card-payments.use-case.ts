import { Inject, Injectable } from '@nestjs/common';
import type { CardPaymentStatus, StartCardPayment } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Database, DATABASE, Transactions } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type Payment, PaymentRepository } from '../payment.repository';
import type { ProviderUnavailable } from '../stripe/ask-provider';
import { TerminalReader } from './terminal-reader';

export type StartCardPaymentRefusal = { kind: 'reader_missing' } | { kind: 'reader_busy' } | { kind: 'reader_offline'; message: string } | { kind: 'payment_mismatch' } | ProviderUnavailable;
export type CardPaymentRefusal = { kind: 'not_found' } | ProviderUnavailable;

/** Card payments at a till's reader: server-driven, so a browser needs no SDK of the provider. */
@Injectable()
export class CardPaymentsUseCase {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationDirectory,
    private readonly reader: TerminalReader,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** The same paymentId again goes on where the first left off; with another amount or sale it is refused. */
  async start(registerId: string, input: StartCardPayment): Promise<Result<CardPaymentStatus, StartCardPaymentRefusal>> {
    const readerId = (await this.organisation.register(registerId)).terminalReaderId;
    if (!readerId) return refuse({ kind: 'reader_missing' });
    await this.transactions.write((tx) =>
      this.payments.insert(tx, [{ id: input.paymentId, orderId: input.saleId, kind: 'card_present', provider: 'stripe', status: 'pending', currency: input.currency, amountMinor: input.amountMinor, registerId, request: { readerId } }]),
    );
    const payment = await this.payments.byId(this.database, input.paymentId);
    if (!payment || payment.orderId !== input.saleId || payment.amountMinor !== input.amountMinor || payment.currency !== input.currency || payment.registerId !== registerId) return refuse({ kind: 'payment_mismatch' });
    if (payment.status !== 'pending') return ok(view(payment));
    const started = await this.reader.start(payment, readerId);
    if (!started.ok) return started;
    await this.settle(payment.id, { kind: 'pending', reference: started.value });
    return ok(view(payment));
  }

  /** Asks the provider while the payment is on its way. */
  async status(registerId: string | null, paymentId: string): Promise<Result<CardPaymentStatus, CardPaymentRefusal>> {
    const payment = await this.find(registerId, paymentId);
    if (!payment) return refuse({ kind: 'not_found' });
    if (payment.status !== 'pending' || !payment.reference) return ok(view(payment));
    const outcome = await this.reader.look(payment.reference);
    if (!outcome.ok) return outcome;
    if (outcome.value.kind !== 'pending') await this.settle(payment.id, outcome.value);
    const settled = await this.payments.byId(this.database, paymentId);
    return ok(view(settled ?? payment));
  }

  /** Frees the reader. A card that was charged in the same moment stays charged: the answer says so. */
  async cancel(registerId: string | null, paymentId: string): Promise<Result<CardPaymentStatus, CardPaymentRefusal>> {
    const payment = await this.find(registerId, paymentId);
    if (!payment) return refuse({ kind: 'not_found' });
    if (payment.status !== 'pending') return ok(view(payment));
    const cancelled = await this.reader.cancel(payment);
    if (!cancelled.ok) return cancelled;
    if (!payment.reference) await this.transactions.write((tx) => this.payments.move(tx, paymentId, { from: ['pending'], to: 'cancelled' }));
    return this.status(registerId, paymentId);
  }

  private async find(registerId: string | null, paymentId: string): Promise<Payment | null> {
    const payment = await this.payments.byId(this.database, paymentId);
    return payment?.kind === 'card_present' && (registerId === null || payment.registerId === registerId) ? payment : null;
  }

  private settle(paymentId: string, outcome: Parameters<PaymentRepository['settle']>[2]): Promise<boolean> {
    return this.transactions.write((tx) => this.payments.settle(tx, paymentId, outcome));
  }
}

const STATUS = { pending: 'pending', requires_action: 'pending', authorised: 'pending', capturing: 'pending', captured: 'captured', cancelled: 'cancelled', failed: 'failed' } as const;

const view = (payment: Payment): CardPaymentStatus => ({
  paymentId: payment.id, saleId: payment.orderId, status: STATUS[payment.status], amountMinor: payment.amountMinor, currency: payment.currency, cardLabel: payment.cardLabel, failure: payment.failure,
});
