import { ApiProblem } from '@oneshelf/api-client';
import { createActor, fromPromise, SimulatedClock, waitFor } from 'xstate';
import type { StoredSale } from '../../local/database';
import type { Tender } from '../../local/sale-parts';
import { Unreachable } from '../../local/api';
import { cardNews, type CardNews } from './card-news';
import { cashLeft, leftToPay, payMachine, type CardAttempt, type PayInput } from './pay-machine';

interface Script { start?: CardNews[]; ask?: CardNews[]; cancel?: CardNews[]; commit?: (() => Promise<StoredSale>)[] }

const sale = { saleId: 's1', receiptNumber: 'SOHO-2-2026-000001' } as StoredSale;
const captured = (amountMinor: number): CardNews => ({ kind: 'captured', paymentId: 'p1', amountMinor, cardLabel: 'Visa ··4242' });

function pay(script: Script, input: Partial<PayInput> = {}) {
  let made = 0;
  const started: CardAttempt[] = [];
  const committed: Tender[][] = [];
  const clock = new SimulatedClock();
  const next = (answers: CardNews[] | undefined): Promise<CardNews> => Promise.resolve(answers?.shift() ?? { kind: 'pending' });
  const actor = createActor(payMachine.provide({
    actors: {
      startCard: fromPromise(({ input: attempt }: { input: CardAttempt }) => { started.push(attempt); return next(script.start); }),
      askCard: fromPromise(() => next(script.ask)),
      cancelCard: fromPromise(() => next(script.cancel)),
      commit: fromPromise(({ input: { tenders } }: { input: { saleId: string; tenders: Tender[] } }) => { committed.push(tenders); return script.commit?.shift()?.() ?? Promise.resolve(sale); }),
    },
  }), { clock, input: { saleId: 's1', dueMinor: 50_858, cashStepMinor: 1, tenders: [], card: null, newId: () => `p${(made += 1)}`, ...input } });
  actor.start();
  const reach = (state: string) => waitFor(actor, (snapshot) => snapshot.value === state);
  return { actor, clock, started, committed, reach };
}

describe('payMachine', () => {
  it('takes cash with change and ends with the stored sale', async () => {
    const { actor, reach, committed } = pay({});
    actor.send({ type: 'take_cash', tenderedMinor: 60_000 });
    expect((await reach('done')).context.sale).toBe(sale);
    expect(committed).toEqual([[{ paymentId: 'p1', kind: 'cash', amountMinor: 50_858, tenderedMinor: 60_000, cardLabel: null }]]);
  });

  it('splits over cash and card, and lets cash be taken back before', async () => {
    const { actor, reach, committed, started } = pay({ start: [captured(48_358)] });
    actor.send({ type: 'take_cash', tenderedMinor: 1000 });
    actor.send({ type: 'remove', paymentId: 'p1' });
    expect(leftToPay(actor.getSnapshot().context)).toBe(50_858);
    actor.send({ type: 'take_cash', tenderedMinor: 2500 });
    actor.send({ type: 'start_card', amountMinor: 48_358 });
    await reach('done');
    expect(started).toEqual([{ paymentId: 'p3', amountMinor: 48_358 }]);
    expect(committed[0]?.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([['cash', 2500], ['card_present', 48_358]]);
  });

  it('[L-47] rounds what is paid in cash to the smallest coin, up or down, and nothing else', async () => {
    const up = pay({}, { dueMinor: 998, cashStepMinor: 5 });
    expect([leftToPay(up.actor.getSnapshot().context), cashLeft(up.actor.getSnapshot().context)]).toEqual([998, 1000]);
    up.actor.send({ type: 'take_cash', tenderedMinor: 2000 });
    await up.reach('done');
    expect(up.committed[0]).toMatchObject([{ amountMinor: 1000, tenderedMinor: 2000 }]);
    const down = pay({}, { dueMinor: 49_949, cashStepMinor: 100 });
    down.actor.send({ type: 'take_cash', tenderedMinor: 49_900 });
    await down.reach('done');
    const split = pay({ start: [captured(500)] }, { dueMinor: 998, cashStepMinor: 5 });
    split.actor.send({ type: 'start_card', amountMinor: 500 });
    await split.reach('choosing');
    expect(cashLeft(split.actor.getSnapshot().context)).toBe(500);
    const card = pay({ start: [captured(998)] }, { dueMinor: 998, cashStepMinor: 5 });
    card.actor.send({ type: 'start_card', amountMinor: 998 });
    await card.reach('done');
    expect(card.committed[0]).toMatchObject([{ kind: 'card_present', amountMinor: 998 }]);
  });

  it('[L-49] a rest of less than a coin does not keep a sale from ending, with cash or alone; nothing to pay ends at once', async () => {
    const cashFirst = pay({ start: [captured(500)] }, { dueMinor: 1002, cashStepMinor: 5 });
    cashFirst.actor.send({ type: 'take_cash', tenderedMinor: 500 });
    cashFirst.actor.send({ type: 'start_card', amountMinor: 500 });
    await cashFirst.reach('done');
    const pennies = pay({}, { dueMinor: 2, cashStepMinor: 5 });
    pennies.actor.send({ type: 'take_cash', tenderedMinor: 0 });
    await pennies.reach('done');
    expect(pennies.committed[0]).toMatchObject([{ kind: 'cash', amountMinor: 0, tenderedMinor: 0 }]);
    const free = pay({}, { dueMinor: 0 });
    await free.reach('done');
    expect(free.committed).toEqual([[]]);
  });

  it('asks the reader each 700 ms until the card has paid', async () => {
    const { actor, clock, reach } = pay({ start: [{ kind: 'pending' }], ask: [{ kind: 'pending' }, captured(50_858)] });
    actor.send({ type: 'start_card', amountMinor: 50_858 });
    await reach('waiting');
    clock.increment(699);
    expect(actor.getSnapshot().value).toBe('waiting');
    clock.increment(1);
    await reach('asking');
    await reach('waiting');
    clock.increment(700);
    await reach('done');
  });

  it('does not charge more than is left', () => {
    const { actor, started } = pay({});
    actor.send({ type: 'start_card', amountMinor: 50_859 });
    expect(actor.getSnapshot().value).toBe('choosing');
    expect(started).toEqual([]);
  });

  it('after a decline tries again with a new payment, or pays another way', async () => {
    const { actor, reach, started } = pay({ start: [{ kind: 'declined', failure: 'insufficient_funds' }, { kind: 'declined', failure: 'card_declined' }] });
    actor.send({ type: 'start_card', amountMinor: 50_858 });
    await reach('declined');
    actor.send({ type: 'try_again' });
    await reach('starting');
    await reach('declined');
    expect(started.map(({ paymentId }) => paymentId)).toEqual(['p1', 'p2']);
    actor.send({ type: 'other_tender' });
    expect(actor.getSnapshot().value).toBe('choosing');
    expect(leftToPay(actor.getSnapshot().context)).toBe(50_858);
  });

  it('keeps the id of a payment that never began', async () => {
    const { actor, reach, started } = pay({ start: [{ kind: 'declined', failure: 'not_started' }, captured(50_858)] });
    actor.send({ type: 'start_card', amountMinor: 50_858 });
    await reach('declined');
    actor.send({ type: 'try_again' });
    await reach('done');
    expect(started.map(({ paymentId }) => paymentId)).toEqual(['p1', 'p1']);
  });

  it('takes an unknown answer for neither yes nor no', async () => {
    const { actor, clock, reach } = pay({ start: [{ kind: 'unknown' }], ask: [{ kind: 'unknown' }, captured(50_858)] });
    actor.send({ type: 'start_card', amountMinor: 50_858 });
    await reach('waiting');
    expect(actor.getSnapshot().can({ type: 'leave' })).toBe(false);
    clock.increment(700);
    await reach('asking');
    await reach('waiting');
    clock.increment(700);
    await reach('done');
  });

  it('counts a card that paid while it was being cancelled', async () => {
    const { actor, reach, committed } = pay({ start: [{ kind: 'pending' }], cancel: [captured(50_858)] });
    actor.send({ type: 'start_card', amountMinor: 50_858 });
    await reach('waiting');
    actor.send({ type: 'cancel_card' });
    await reach('done');
    expect(committed).toHaveLength(1);
  });

  it('is not left once a card has paid a part', async () => {
    const { actor, reach } = pay({ start: [captured(10_000)] });
    expect(actor.getSnapshot().can({ type: 'leave' })).toBe(true);
    actor.send({ type: 'start_card', amountMinor: 10_000 });
    await reach('choosing');
    expect(actor.getSnapshot().can({ type: 'leave' })).toBe(false);
    actor.send({ type: 'remove', paymentId: 'p1' });
    expect(leftToPay(actor.getSnapshot().context)).toBe(40_858);
  });

  it('[L-1] says so when the sale could not be stored, keeps the money, and stores it on the next try', async () => {
    const { actor, reach, committed } = pay({ commit: [() => Promise.reject(new Error('disk full'))] });
    actor.send({ type: 'take_cash', tenderedMinor: 50_858 });
    await reach('unsaved');
    actor.send({ type: 'try_again' });
    await reach('done');
    expect(committed[1]).toEqual(committed[0]);
  });

  it('asks first about a card that was under way when the page went', async () => {
    const { reach, started, committed } = pay({ ask: [captured(50_858)] }, { card: { paymentId: 'p9', amountMinor: 50_858 } });
    await reach('done');
    expect(started).toEqual([]);
    expect(committed).toHaveLength(1);
  });
});

describe('cardNews', () => {
  const problem = (status: number, code: string) => () => Promise.reject(new ApiProblem({ status, code }));
  it('takes a refused start for a decline, a lost answer for unknown, and an unknown payment for never begun', async () => {
    await expect(cardNews(problem(409, 'reader_busy'), true)).resolves.toEqual({ kind: 'declined', failure: 'reader_busy' });
    await expect(cardNews(problem(503, 'provider_unavailable'), true)).resolves.toEqual({ kind: 'unknown' });
    await expect(cardNews(() => Promise.reject(new Unreachable('')), true)).resolves.toEqual({ kind: 'unknown' });
    await expect(cardNews(problem(404, 'not_found'))).resolves.toEqual({ kind: 'declined', failure: 'not_started' });
    await expect(cardNews(problem(500, 'unexpected'))).resolves.toEqual({ kind: 'unknown' });
  });
});
