import { aBootstrap, aPaidSale, at, aTill } from './testing';
import { commitSale } from './commit-sale';
import { readMeta } from './database';
import { waitingOperations } from './outbox';
import { leaveRegister, registerAtHand } from './register-at-hand';
import { openShift } from './shift-operations';

const { id: registerId } = aBootstrap().register;
const staff = { id: 's', name: 'Ana' };

describe('a till that is enrolled again', () => {
  it('may become any register while it keeps nothing', async () => {
    expect(await registerAtHand(await aTill())).toBeNull();
  });

  it('stays its register while a shift is open, or a sale is kept', async () => {
    const withShift = await aTill();
    await openShift(withShift, { staff, at }, { floatMinor: 0, currency: 'GBP' });
    expect(await registerAtHand(withShift)).toBe(registerId);
    const withSale = await aTill();
    await commitSale(withSale, aPaidSale());
    expect(await registerAtHand(withSale)).toBe(registerId);
  });

  it('keeps its sales and its receipt count as the same register', async () => {
    const till = await aTill();
    await commitSale(till, aPaidSale());
    await leaveRegister(till, registerId);
    expect((await waitingOperations(till)).map(({ kind }) => kind)).toEqual(['sale']);
    expect((await readMeta(till, 'counters'))?.receiptNumber).toBe(1);
  });

  it('begins to count anew as another one, and still shows what it sold', async () => {
    const till = await aTill();
    await commitSale(till, aPaidSale());
    await leaveRegister(till, '019a0000-0000-7000-8000-00000000e009');
    expect(await readMeta(till, 'counters')).toBeNull();
    expect(await till.sales.count()).toBe(1);
    expect(await till.outbox.count()).toBe(1);
  });
});
