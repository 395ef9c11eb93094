import { ApiProblem } from '@oneshelf/api-client';
import type { CardPaymentStatus } from '@oneshelf/contracts';

/** What the till learned of a card payment. `unknown` is not a no: the card may have been charged. */
export type CardNews =
  | { kind: 'captured'; paymentId: string; amountMinor: number; cardLabel: string | null }
  | { kind: 'declined'; failure: string }
  | { kind: 'cancelled' }
  | { kind: 'pending' }
  | { kind: 'unknown' };

/** The failure of a payment that the server has never heard of. */
export const notStarted = 'not_started';

/**
 * The news in an answer to the start, the question or the cancel: all three tell the payment's state, because a cancel may
 * come too late. Never throws. A refused start charged nothing; a question that fails is asked again.
 */
export async function cardNews(ask: () => Promise<CardPaymentStatus>, isStart = false): Promise<CardNews> {
  try {
    const { status, paymentId, amountMinor, cardLabel, failure } = await ask();
    if (status === 'captured') return { kind: 'captured', paymentId, amountMinor, cardLabel };
    return status === 'failed' ? { kind: 'declined', failure: failure ?? 'card_declined' } : { kind: status };
  } catch (error) {
    if (!(error instanceof ApiProblem)) return { kind: 'unknown' };
    if (isStart && error.status < 500) return { kind: 'declined', failure: error.code };
    // The start of a provider that is away has written the payment down: only a question tells what became of it.
    return error.status === 404 ? { kind: 'declined', failure: notStarted } : { kind: 'unknown' };
  }
}
