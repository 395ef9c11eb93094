import { createActor, fromPromise } from 'xstate';
import { create } from 'zustand';
import { keepDraft, readDraft } from '../../local/drafts';
import { newId } from '../../local/new-id';
import { online } from '../../local/online';
import type { Draft } from '../../local/database';
import { finishSale } from '../../local/till';
import { tillState } from '../../local/till-state';
import { contentOf, type PaidBasket } from '../../local/sale-parts';
import { cartContent, clearCart, paidBasket, restoreCart, useCart } from '../sell/cart';
import { useView } from '../../shell/view';
import { cardNews } from './card-news';
import { payMachine, type CardAttempt, type PayActor } from './pay-machine';

export type Method = 'cash' | 'card';

/** The payment that is open, with the basket that it pays; null while there is none. */
export const usePaySession = create<{ session: { actor: PayActor; paid: PaidBasket; method: Method } | null }>()(() => ({ session: null }));

function payActors(paid: PaidBasket) {
  const currency = paid.quote.currency;
  return payMachine.provide({
    actors: {
      startCard: fromPromise(({ input }: { input: CardAttempt }) => cardNews(() => online.startCardPayment({ ...input, saleId: useCart.getState().saleId, currency }), true)),
      askCard: fromPromise(({ input }: { input: CardAttempt }) => cardNews(() => online.cardPayment(input.paymentId))),
      cancelCard: fromPromise(({ input }: { input: CardAttempt }) => cardNews(() => online.cancelCardPayment(input.paymentId))),
      commit: fromPromise(({ input }: { input: Pick<Parameters<typeof finishSale>[0], 'saleId' | 'tenders'> }) => {
        const { bootstrap, shift } = tillState.getState();
        const { staff } = useView.getState();
        if (!bootstrap || !shift || !staff) throw new Error('A sale needs an open shift and a person.');
        return finishSale({ ...input, operationId: newId(), shiftId: shift.id, staff: { id: staff.id, name: staff.name }, place: bootstrap, paid });
      }),
    },
  });
}

function open(paid: PaidBasket, kept: { saleId: string; pay: NonNullable<Draft['pay']> | null }, method: Method): PayActor {
  const actor = createActor(payActors(paid), { input: { saleId: kept.saleId, dueMinor: paid.quote.totalMinor, cashStepMinor: tillState.getState().bootstrap?.market.cashStepMinor ?? 1, tenders: kept.pay?.tenders ?? [], card: kept.pay?.card ?? null, newId } });
  actor.subscribe(({ context, status, value }) => {
    // From here the sale with its money survives a crash; the commit deletes the draft in its own transaction.
    if (status !== 'done') void keepDraft({ saleId: context.saleId, ...cartContent(), pay: { paid, tenders: context.tenders, card: context.card } });
    if (value === 'left') leavePay();
  });
  usePaySession.setState({ session: { actor, paid, method } });
  actor.start();
  return actor;
}

/** Opens the payment of the cart. Null when there is nothing to pay. */
export function openPay(method: Method): PayActor | null {
  const paid = paidBasket();
  const { saleId } = useCart.getState();
  const isPossible = usePaySession.getState().session === null && tillState.getState().role === 'writer' && tillState.getState().shift !== null;
  return paid && isPossible ? open(paid, { saleId, pay: null }, method) : null;
}

export const setMethod = (method: Method): void => usePaySession.setState(({ session }) => ({ session: session && { ...session, method } }));

function leavePay(): void {
  usePaySession.setState({ session: null });
  const content = cartContent();
  void keepDraft(content.lines.length === 0 ? null : { saleId: useCart.getState().saleId, ...content, pay: null });
}

/** The receipt was seen: an empty sale, ready for the next scan. */
export function finishPay(): void {
  usePaySession.getState().session?.actor.stop();
  usePaySession.setState({ session: null });
  clearCart();
}

/** Brings back the sale at hand after a reload; money that was being taken is asked for first. */
export async function restoreDraft(): Promise<void> {
  const draft = await readDraft();
  if (!draft) return;
  if (!draft.pay || (draft.pay.tenders.length === 0 && !draft.pay.card)) return restoreCart(draft);
  useCart.setState({ saleId: draft.saleId, ...contentOf(draft), quote: draft.pay.paid.quote });
  open(draft.pay.paid, { saleId: draft.saleId, pay: draft.pay }, draft.pay.card ? 'card' : 'cash');
}
