import { Module } from '@nestjs/common';
import { CONFIG } from '@oneshelf/platform';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { AuthorisePaymentUseCase } from './authorise-payment/authorise-payment.use-case';
import { CancelPaymentUseCase } from './cancel-payment/cancel-payment.use-case';
import { CapturePaymentUseCase } from './capture-payment/capture-payment.use-case';
import { JournalOfDay } from './journal-of-day/journal-of-day.query';
import { MendRefundUseCase } from './mend-refund/mend-refund.use-case';
import { PaymentRepository } from './payment.repository';
import { PaymentsOfOrder } from './payments-of-order/payments-of-order.query';
import { PostJournalUseCase } from './post-journal/post-journal.use-case';
import { RecordTendersUseCase } from './record-tenders/record-tenders.use-case';
import { RefundJournal } from './refund-payment/refund-journal';
import { RefundPaymentUseCase } from './refund-payment/refund-payment.use-case';
import { RefundRepository } from './refund-payment/refund.repository';
import { SettleRefund } from './refund-payment/settle-refund';
import { SettleStuckPaymentsUseCase } from './settle-stuck-payments/settle-stuck-payments.use-case';
import { createStripe, STRIPE } from './stripe/stripe-client';
import { CardPaymentsUseCase } from './terminal/card-payments.use-case';
import { TerminalReader } from './terminal/terminal-reader';
import { TakeHintUseCase } from './webhook/take-hint.use-case';

const faces = [AuthorisePaymentUseCase, CancelPaymentUseCase, CapturePaymentUseCase, CardPaymentsUseCase, JournalOfDay, MendRefundUseCase, PaymentsOfOrder, PostJournalUseCase, RecordTendersUseCase, RefundPaymentUseCase, SettleStuckPaymentsUseCase, TakeHintUseCase];

@Module({
  imports: [OrganisationModule],
  providers: [{ provide: STRIPE, useFactory: createStripe, inject: [CONFIG] }, PaymentRepository, RefundRepository, RefundJournal, SettleRefund, TerminalReader, ...faces],
  exports: faces,
})
export class PaymentsModule {}
