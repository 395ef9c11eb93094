import type { ReturnableLine } from '@oneshelf/contracts';
import { refundOf, shippingBack, spreadRefund } from './return-choice';

const line = { units: [{ unit: 2, quantityMilli: 1000, totalMinor: 333, discountMinor: 34, taxMinor: 56 }, { unit: 3, quantityMilli: 1000, totalMinor: 334, discountMinor: 33, taxMinor: 55 }] } as ReturnableLine;

describe('refundOf', () => {
  it('adds up the frozen shares of the next units', () => {
    expect(refundOf(line, 1000)).toEqual({ totalMinor: 333, discountMinor: 34, taxMinor: 56 });
    expect(refundOf(line, 2000)).toEqual({ totalMinor: 667, discountMinor: 67, taxMinor: 111 });
  });
});

describe('shippingBack', () => {
  it('comes with the choice that leaves nothing', () => {
    const lines = [{ orderLineId: 'a', returnableMilli: 2000 }, { orderLineId: 'b', returnableMilli: 0 }] as ReturnableLine[];
    const shipping = { totalMinor: 495, taxMinor: 82 };
    const back = (quantityMilli: number) => shippingBack({ lines, shipping }, { a: { quantityMilli } }).totalMinor;
    expect([back(1000), back(2000), shippingBack({ lines, shipping: null }, { a: { quantityMilli: 2000 } }).totalMinor]).toEqual([0, 495, 0]);
  });
});

describe('spreadRefund', () => {
  it('gives back to the tenders in their order, never more than each can take', () => {
    const [card, cash] = [{ paymentId: 'card', refundableMinor: 500 }, { paymentId: 'cash', refundableMinor: 1000 }];
    expect(spreadRefund(700, [card, cash])).toEqual([{ tender: card, amountMinor: 500 }, { tender: cash, amountMinor: 200 }]);
    expect(spreadRefund(300, [card, cash])).toEqual([{ tender: card, amountMinor: 300 }]);
  });
});
