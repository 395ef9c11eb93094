import * as fc from 'fast-check';
import { move } from '@oneshelf/domain-kernel';
import { displayStatus, type OrderFacts } from './display-status';
import { cancelQuantity, checkLineQuantities, fulfilQuantity, keptMilli, openMilli, returnQuantity, type LineQuantities } from './line-quantities';
import { fulfilmentTransitions, orderTransitions, type FulfilmentAction, type FulfilmentStatus } from './transitions';

const allowed = <State extends string>(table: Readonly<Record<State, Readonly<Record<string, State>>>>): string[] =>
  Object.entries<Readonly<Record<string, State>>>(table).flatMap(([from, actions]) => Object.entries(actions).map(([action, to]) => `${from} ${action} ${to}`));
const line = (quantityMilli: number, cancelledMilli = 0, more: { fulfilledMilli?: number; returnedMilli?: number } = {}): LineQuantities => ({ quantityMilli, cancelledMilli, fulfilledMilli: 0, returnedMilli: 0, ...more });

describe('transitions', () => {
  it('ORD-1 of an order', () => {
    expect(allowed(orderTransitions as never)).toEqual(['pending_payment place placed', 'pending_payment cancel cancelled', 'placed cancel cancelled']);
    expect(move(orderTransitions, 'cancelled', 'place')).toEqual({ ok: false, refusal: { kind: 'transition_refused', from: 'cancelled', action: 'place' } });
  });

  it('ORD-2 of a pickup', () => {
    expect(allowed(fulfilmentTransitions.pickup as never)).toEqual([
      'to_pick start_picking picking', 'to_pick cancel cancelled', 'picking stop_picking to_pick', 'picking mark_ready ready', 'picking cancel cancelled',
      'ready hand_over handed_over', 'ready cancel cancelled',
    ]);
    expect(move(fulfilmentTransitions.pickup, 'picking', 'ship').ok).toBe(false);
    expect(move(fulfilmentTransitions.pickup, 'picking', 'hand_over').ok).toBe(false);
  });

  it('ORD-3 of a shipment', () => {
    expect(allowed(fulfilmentTransitions.ship as never)).toEqual([
      'to_pick start_picking picking', 'to_pick ship shipped', 'to_pick cancel cancelled', 'picking stop_picking to_pick', 'picking ship shipped', 'picking cancel cancelled',
    ]);
    expect(move(fulfilmentTransitions.ship, 'picking', 'mark_ready').ok).toBe(false);
  });

  it('ORD-4 [L-54] picking can be undone, an end cannot', () => {
    const actions: FulfilmentAction[] = ['start_picking', 'stop_picking', 'mark_ready', 'hand_over', 'ship', 'cancel'];
    const ends: FulfilmentStatus[] = ['handed_over', 'shipped', 'cancelled'];
    for (const table of Object.values(fulfilmentTransitions)) {
      const picking = move(table, 'to_pick', 'start_picking');
      expect(picking.ok && move(table, picking.value, 'stop_picking')).toEqual({ ok: true, value: 'to_pick' });
      for (const end of ends) for (const action of actions) expect(move(table, end, action).ok).toBe(false);
    }
  });
});

describe('line quantities', () => {
  it('ORD-5 says no beyond what is open or kept, and changes nothing', () => {
    const five = line(5000, 1000, { fulfilledMilli: 2000 });
    expect([openMilli(five), keptMilli(five)]).toEqual([2000, 2000]);
    expect(fulfilQuantity(five, 3000)).toEqual({ ok: false, refusal: { kind: 'quantity_refused', change: 'fulfil', askedMilli: 3000, possibleMilli: 2000 } });
    expect(cancelQuantity(five, 2001)).toMatchObject({ refusal: { change: 'cancel', possibleMilli: 2000 } });
    expect(returnQuantity(five, 2000)).toEqual({ ok: true, value: { ...five, returnedMilli: 2000 } });
    expect(returnQuantity(five, 0).ok).toBe(false);
    expect(five).toEqual(line(5000, 1000, { fulfilledMilli: 2000 }));
    expect(() => checkLineQuantities(line(1000, 2000))).toThrow('do not add up');
    expect(() => cancelQuantity(line(1000, 0, { returnedMilli: 1 }), 1000)).toThrow('do not add up');
  });

  it('ORD-5 [L-30] holds through any row of changes', () => {
    const changes = fc.array(fc.tuple(fc.constantFrom(cancelQuantity, fulfilQuantity, returnQuantity), fc.integer({ min: -1000, max: 4000 })), { maxLength: 15 });
    fc.assert(fc.property(fc.integer({ min: 1, max: 9000 }), changes, (ordered, steps) => {
      let current = line(ordered);
      const done = new Map([cancelQuantity, fulfilQuantity, returnQuantity].map((step) => [step, 0]));
      for (const [step, quantity] of steps) {
        const result = step(current, quantity);
        if (result.ok) current = result.value;
        if (result.ok) done.set(step, (done.get(step) ?? 0) + quantity);
        expect([current.cancelledMilli, current.fulfilledMilli, current.returnedMilli]).toEqual([...done.values()]);
        expect(current.cancelledMilli + openMilli(current) + current.fulfilledMilli).toBe(ordered);
        expect(() => checkLineQuantities(current)).not.toThrow();
      }
    }));
  });
});

describe('displayStatus', () => {
  const order = (more: Partial<OrderFacts>): OrderFacts => ({ status: 'placed', lines: [line(2000)], paymentCoverage: 'full', fulfilmentOrders: [], ...more });
  const withOrders = (...statuses: FulfilmentStatus[]): OrderFacts => order({ fulfilmentOrders: statuses.map((status) => ({ status })) });

  it('ORD-6 before anything left', () => {
    expect(displayStatus(order({ status: 'pending_payment', paymentCoverage: 'none' }))).toBe('awaiting_payment');
    expect(displayStatus(order({ paymentCoverage: 'partial' }))).toBe('awaiting_payment');
    expect(displayStatus(order({}))).toBe('placed');
    expect([withOrders('to_pick'), withOrders('to_pick', 'picking'), withOrders('ready', 'to_pick'), withOrders('ready', 'cancelled'), withOrders('ready')].map(displayStatus)).toEqual(['placed', 'in_fulfilment', 'in_fulfilment', 'ready_for_pickup', 'ready_for_pickup']);
    expect(displayStatus(order({ status: 'cancelled', paymentCoverage: 'none' }))).toBe('cancelled');
    expect(displayStatus(order({ lines: [line(2000, 2000)] }))).toBe('cancelled');
  });

  it('ORD-6 after goods left and came back', () => {
    const status = (...lines: LineQuantities[]): string => displayStatus(order({ lines }));
    expect(status(line(2000, 0, { fulfilledMilli: 1000 }))).toBe('partly_fulfilled');
    expect(status(line(2000, 1000, { fulfilledMilli: 1000 }))).toBe('fulfilled');
    expect(status(line(2000, 0, { fulfilledMilli: 2000 }), line(1000))).toBe('partly_fulfilled');
    expect(status(line(2000, 0, { fulfilledMilli: 2000, returnedMilli: 1000 }))).toBe('partly_returned');
    expect(status(line(2000, 0, { fulfilledMilli: 2000, returnedMilli: 2000 }))).toBe('returned');
    expect(status(line(2000, 0, { fulfilledMilli: 2000, returnedMilli: 2000 }), line(1000))).toBe('partly_returned');
    expect(displayStatus(order({ status: 'cancelled', lines: [line(2000, 1000, { fulfilledMilli: 1000 })] }))).toBe('fulfilled');
  });
});
