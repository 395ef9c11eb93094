import { Injectable } from '@nestjs/common';
import type { Tx } from '@oneshelf/platform';
import { type NewPayment, PaymentRepository } from '../payment.repository';

export interface Tender {
  /** Made by the till; for a card the id that it gave to /api/pos/card-payments. */
  paymentId: string;
  kind: 'cash' | 'card_present' | 'external';
  amountMinor: number;
  /** Cash handed over, before change. */
  tenderedMinor?: number | null;
  cardLabel?: string | null;
}

export interface TendersOfSale {
  saleId: string;
  currency: string;
  registerId: string | null;
  tenders: Tender[];
}

/** What the till says and the provider does not: the sale stands, a person looks. */
export interface TenderDiscrepancy {
  kind: 'card_not_captured' | 'card_amount_differs';
  paymentId: string;
  tillMinor: number;
  providerMinor: number;
}

/** Writes the tenders of a paid sale. It never refuses: a paid sale is a fact. */
@Injectable()
export class RecordTendersUseCase {
  constructor(private readonly payments: PaymentRepository) {}

  async run(tx: Tx, sale: TendersOfSale): Promise<{ discrepancies: TenderDiscrepancy[] }> {
    await this.payments.insert(tx, sale.tenders.map((tender) => rowOf(sale, tender)));
    const cards = sale.tenders.filter((tender) => tender.kind === 'card_present');
    if (cards.length === 0) return { discrepancies: [] };
    const known = new Map((await this.payments.byOrder(tx, sale.saleId)).map((payment) => [payment.id, payment]));
    return {
      discrepancies: cards.flatMap((card): TenderDiscrepancy[] => {
        const payment = known.get(card.paymentId);
        if (payment?.provider !== 'stripe' || payment.status !== 'captured') return [{ kind: 'card_not_captured', paymentId: card.paymentId, tillMinor: card.amountMinor, providerMinor: 0 }];
        return payment.capturedMinor === card.amountMinor ? [] : [{ kind: 'card_amount_differs', paymentId: card.paymentId, tillMinor: card.amountMinor, providerMinor: payment.capturedMinor }];
      }),
    };
  }
}

/** A card payment has its row from the reader already (insert leaves it); without one the till's word is kept, provider none. */
const rowOf = (sale: TendersOfSale, tender: Tender): NewPayment => ({
  id: tender.paymentId, orderId: sale.saleId, kind: tender.kind, provider: 'none', status: 'captured', currency: sale.currency,
  amountMinor: tender.amountMinor, authorisedMinor: tender.amountMinor, capturedMinor: tender.amountMinor,
  tenderedMinor: tender.tenderedMinor ?? null, cardLabel: tender.cardLabel ?? null, registerId: sale.registerId,
});
