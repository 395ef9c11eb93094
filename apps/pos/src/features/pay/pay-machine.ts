import { assign, fromPromise, setup, type ActorRefFrom } from 'xstate';
import type { StoredSale } from '../../local/database';
import type { Tender } from '../../local/sale-parts';
import { notStarted, type CardNews } from './card-news';
import { roundedCash } from './cash-left';

export interface CardAttempt { paymentId: string; amountMinor: number }

export interface PayInput { saleId: string; dueMinor: number; /** The smallest coin. */ cashStepMinor: number; tenders: Tender[]; /** A card payment that was under way when the page went. */ card: CardAttempt | null; newId: () => string }

interface PayContext extends PayInput { news: CardNews | null; sale: StoredSale | null }

export type PayEvent =
  | { type: 'take_cash'; tenderedMinor: number }
  | { type: 'start_card'; amountMinor: number }
  | { type: 'remove'; paymentId: string }
  | { type: 'cancel_card' }
  | { type: 'try_again' }
  | { type: 'other_tender' }
  | { type: 'leave' };

export const leftToPay = ({ dueMinor, tenders }: Pick<PayContext, 'dueMinor' | 'tenders'>): number => dueMinor - tenders.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/** The same in cash, in the coins that there are. */
export const cashLeft = (context: Pick<PayContext, 'dueMinor' | 'tenders' | 'cashStepMinor'>): number => roundedCash(leftToPay(context), context.cashStepMinor);

/** What is left of a sale that is paid in cash may be less than a coin. */
const isPaid = (context: PayContext): boolean => leftToPay(context) <= 0 || (context.tenders.some(({ kind }) => kind === 'cash') && cashLeft(context) <= 0);

const hasCard = ({ tenders }: PayContext): boolean => tenders.some(({ kind }) => kind === 'card_present');

const unset = () => Promise.reject(new Error('Give the machine its actors.'));

const attemptOf = ({ context }: { context: PayContext }): CardAttempt => {
  if (!context.card) throw new Error('No card payment is under way.');
  return context.card;
};

const cashTender = ({ newId, ...context }: PayContext, tenderedMinor: number): Tender => ({ paymentId: newId(), kind: 'cash', amountMinor: Math.min(tenderedMinor, Math.max(0, cashLeft(context))), tenderedMinor, cardLabel: null });

const cardTenders = ({ news, tenders }: PayContext): Tender[] =>
  news?.kind === 'captured' ? [...tenders, { paymentId: news.paymentId, kind: 'card_present', amountMinor: news.amountMinor, tenderedMinor: null, cardLabel: news.cardLabel }] : tenders;

/** A payment that never began keeps its id: should the first request arrive after all, it is the same payment. */
const nextAttempt = ({ card, news, newId }: PayContext): CardAttempt | null => card && (news?.kind === 'declined' && news.failure === notStarted ? card : { ...card, paymentId: newId() });

/** Taking the money of one sale: cash, card on the reader, or both, then the commit. It ends in `done` (with the sale) or `left`. */
export const payMachine = setup({
  types: { context: {} as PayContext, events: {} as PayEvent, input: {} as PayInput },
  actors: {
    startCard: fromPromise<CardNews, CardAttempt>(unset),
    askCard: fromPromise<CardNews, CardAttempt>(unset),
    cancelCard: fromPromise<CardNews, CardAttempt>(unset),
    commit: fromPromise<StoredSale, { saleId: string; tenders: Tender[] }>(unset),
  },
  delays: { pollInterval: 700 },
}).createMachine({
  id: 'pay',
  context: ({ input }) => ({ ...input, news: null, sale: null }),
  initial: 'opening',
  states: {
    opening: { always: [{ guard: ({ context }) => context.card !== null, target: 'asking' }, { target: 'settling' }] },
    settling: { always: [{ guard: ({ context }) => isPaid(context), target: 'committing' }, { target: 'choosing' }] },
    choosing: {
      on: {
        // Less than half a coin is paid with none.
        take_cash: { guard: ({ context, event }) => event.tenderedMinor > 0 || (event.tenderedMinor === 0 && cashLeft(context) === 0), target: 'settling', actions: assign(({ context, event }) => ({ tenders: [...context.tenders, cashTender(context, event.tenderedMinor)] })) },
        start_card: {
          guard: ({ context, event }) => event.amountMinor > 0 && event.amountMinor <= leftToPay(context), target: 'starting',
          actions: assign(({ context, event }) => ({ card: { paymentId: context.newId(), amountMinor: event.amountMinor }, news: null })),
        },
        // Money that a card has paid can only go back by a return.
        remove: { actions: assign(({ context, event }) => ({ tenders: context.tenders.filter(({ paymentId, kind }) => kind !== 'cash' || paymentId !== event.paymentId) })) },
        leave: { guard: ({ context }) => !hasCard(context), target: 'left' },
      },
    },
    starting: { invoke: { src: 'startCard', input: attemptOf, onDone: { target: 'judging', actions: assign(({ event }) => ({ news: event.output })) } } },
    waiting: { after: { pollInterval: 'asking' }, on: { cancel_card: 'cancelling' } },
    asking: { invoke: { src: 'askCard', input: attemptOf, onDone: { target: 'judging', actions: assign(({ event }) => ({ news: event.output })) } }, on: { cancel_card: 'cancelling' } },
    cancelling: { invoke: { src: 'cancelCard', input: attemptOf, onDone: { target: 'judging', actions: assign(({ event }) => ({ news: event.output })) } } },
    judging: {
      always: [
        { guard: ({ context }) => context.news?.kind === 'captured', target: 'settling', actions: assign(({ context }) => ({ tenders: cardTenders(context), card: null })) },
        { guard: ({ context }) => context.news?.kind === 'declined', target: 'declined' },
        { guard: ({ context }) => context.news?.kind === 'cancelled', target: 'choosing', actions: assign({ card: null }) },
        // No answer, or not yet: the question is asked again until the server knows.
        { target: 'waiting' },
      ],
    },
    declined: {
      on: {
        try_again: { target: 'starting', actions: assign(({ context }) => ({ card: nextAttempt(context), news: null })) },
        other_tender: { target: 'choosing', actions: assign({ card: null, news: null }) },
        leave: { guard: ({ context }) => !hasCard(context), target: 'left' },
      },
    },
    committing: {
      invoke: {
        src: 'commit', input: ({ context }) => ({ saleId: context.saleId, tenders: context.tenders }),
        onDone: { target: 'done', actions: assign(({ event }) => ({ sale: event.output })) }, onError: 'unsaved',
      },
    },
    unsaved: { on: { try_again: 'committing' } },
    done: { type: 'final' },
    left: { type: 'final' },
  },
});

export type PayActor = ActorRefFrom<typeof payMachine>;
