import { ApiProblem } from '@oneshelf/api-client';
import * as fc from 'fast-check';
import { aPaidSale, aServer, aTill, at } from './testing';
import { Unreachable } from './api';
import { commitSale } from './commit-sale';
import { readMeta, type TillDatabase } from './database';
import { waitingOperations } from './outbox';
import { closeShift, moveCash, openShift } from './shift-operations';
import { batchSize, createSyncLoop, sendWaiting, type SyncDependencies } from './sync-loop';

const staff = { id: '019a0000-0000-7000-8000-00000000c001', name: 'Ana' };
const act = { staff, at };

async function sell(database: TillDatabase, sales: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < sales; made += 1) ids.push((await commitSale(database, aPaidSale())).operationId);
  return ids;
}

const dependencies = (database: TillDatabase, send: SyncDependencies['send']): SyncDependencies => ({ database, send, later: () => () => undefined, chance: () => 0 });

describe('sendWaiting', () => {
  it('sends in the till’s own order, in batches of 20, and keeps each result', async () => {
    const database = await aTill();
    const ids = await sell(database, batchSize + 3);
    const server = aServer();
    await expect(sendWaiting(dependencies(database, async (operations) => server.take(operations)))).resolves.toBe('sent');
    expect(server.received).toEqual([ids.slice(0, batchSize), ids.slice(batchSize)]);
    expect(await waitingOperations(database)).toEqual([]);
    expect((await database.outbox.get(ids[0] ?? ''))?.result).toEqual({ id: ids[0], outcome: 'applied', code: null, message: null, report: null });
    expect(await database.outbox.count()).toBe(batchSize + 3);
  });

  it('[L-5] keeps an operation whose answer was lost and sends the same id again', async () => {
    const database = await aTill();
    const [id] = await sell(database, 1);
    const server = aServer();
    let isLost = true;
    const send: SyncDependencies['send'] = async (operations) => {
      const answer = server.take(operations);
      if (isLost) throw new Unreachable('lost');
      return answer;
    };
    await expect(sendWaiting(dependencies(database, send))).resolves.toBe('failed');
    expect(await waitingOperations(database)).toMatchObject([{ id, tries: 1, lastError: 'unreachable', result: null }]);
    isLost = false;
    await expect(sendWaiting(dependencies(database, send))).resolves.toBe('sent');
    expect(server.received).toEqual([[id], [id]]);
    expect(server.applied).toEqual([id]);
  });

  it('[L-12] shows a refused operation and sends those behind it', async () => {
    const database = await aTill();
    const [first, poison, last] = await sell(database, 3);
    const server = aServer(({ id }) => id === poison);
    await sendWaiting(dependencies(database, async (operations) => server.take(operations)));
    expect(server.applied).toEqual([first, last]);
    expect(await database.outbox.get(poison ?? '')).toMatchObject({ state: 'refused', lastError: 'Cannot be read.', result: { code: 'unreadable' } });
    expect(await waitingOperations(database)).toEqual([]);
  });

  it('[L-12] goes on one by one when a batch makes the server fail, and keeps only the one that does', async () => {
    const database = await aTill();
    const [first, poison, last] = await sell(database, 3);
    const server = aServer();
    const send: SyncDependencies['send'] = async (operations) => {
      if (operations.some(({ id }) => id === poison)) throw new ApiProblem({ status: 500, code: 'unexpected', detail: 'Broken.' });
      return server.take(operations);
    };
    await expect(sendWaiting(dependencies(database, send))).resolves.toBe('failed');
    expect(server.applied).toEqual([first, last]);
    expect(await waitingOperations(database)).toMatchObject([{ id: poison, tries: 2, lastError: 'unexpected: Broken.' }]);
  });

  it('stops at a till that the server does not know any more, and loses nothing', async () => {
    const database = await aTill();
    await sell(database, batchSize + 1);
    let calls = 0;
    const send: SyncDependencies['send'] = async () => { calls += 1; throw new ApiProblem({ status: 401, code: 'unauthorised', detail: 'Unknown till.' }); };
    await expect(sendWaiting(dependencies(database, send))).resolves.toBe('failed');
    expect(calls).toBe(1);
    expect(await waitingOperations(database)).toHaveLength(batchSize + 1);
  });

  it('keeps what the server gave no result for', async () => {
    const database = await aTill();
    const [id] = await sell(database, 1);
    await expect(sendWaiting(dependencies(database, async () => ({ serverTime: at, results: [] })))).resolves.toBe('failed');
    expect(await waitingOperations(database)).toMatchObject([{ id, lastError: 'no_result' }]);
  });

  it('[L-16] applies every operation exactly once, whatever is lost, doubled or reordered', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('drop', 'lose', 'double', 'reorder', 'good'), { maxLength: 8 }), fc.integer({ min: 1, max: 5 }), async (faults, sales) => {
      const database = await aTill();
      const ids = await sell(database, sales);
      const server = aServer();
      const left = [...faults];
      const send: SyncDependencies['send'] = async (operations) => {
        const fault = left.shift() ?? 'good';
        if (fault === 'drop') throw new Unreachable('dropped');
        const answer = server.take(operations);
        if (fault === 'lose') throw new Unreachable('lost');
        if (fault === 'double') return { ...server.take(operations), results: [...answer.results] };
        return fault === 'reorder' ? { ...answer, results: [...answer.results].reverse() } : answer;
      };
      for (let round = 0; round <= faults.length; round += 1) await sendWaiting(dependencies(database, send));
      expect([...server.applied].sort()).toEqual([...ids].sort());
      expect(await waitingOperations(database)).toEqual([]);
      expect(await database.outbox.where('state').equals('applied').count()).toBe(sales);
    }), { numRuns: 25 });
  });
});

describe('createSyncLoop', () => {
  it('[L-4] sends nothing twice at the same time: kicks during a round lead to one more round', async () => {
    const database = await aTill();
    await sell(database, 1);
    const server = aServer();
    let open = 0;
    let most = 0;
    const loop = createSyncLoop(dependencies(database, async (operations) => {
      open += 1;
      most = Math.max(most, open);
      await Promise.resolve();
      open -= 1;
      return server.take(operations);
    }));
    await Promise.all([loop.kick(), loop.kick(), loop.kick()]);
    expect(most).toBe(1);
    expect(server.applied).toHaveLength(1);
  });

  it('waits longer after each failure, and a kick does not wait', async () => {
    const database = await aTill();
    await sell(database, 1);
    const delays: number[] = [];
    const loop = createSyncLoop({ database, chance: () => 0, later: (_run, delayMs) => { delays.push(delayMs); return () => undefined; }, send: async () => { throw new Unreachable('off'); } });
    for (let time = 0; time < 7; time += 1) await loop.kick();
    expect(delays).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });
});

describe('shift operations', () => {
  it('opens once, moves cash and closes only when nothing waits; the result brings the report and ends the shift', async () => {
    const database = await aTill();
    const shift = await openShift(database, act, { floatMinor: 10_000, currency: 'GBP' });
    expect(await openShift(database, act, { floatMinor: 5, currency: 'GBP' })).toEqual(shift);
    await moveCash(database, act, { shiftId: shift.id, amountMinor: -2000, reason: 'Bank' });
    await expect(closeShift(database, act, 8000)).resolves.toBe('unsent');
    expect(await database.outbox.count()).toBe(2);
    const server = aServer();
    const send: SyncDependencies['send'] = async (operations) => {
      const answer = server.take(operations);
      return { ...answer, results: answer.results.map((result) => (operations.find(({ id }) => id === result.id)?.kind === 'close_shift' ? { ...result, report: { shiftId: shift.id } as never } : result)) };
    };
    await sendWaiting(dependencies(database, send));
    await expect(closeShift(database, act, 8000)).resolves.toBe('closing');
    await expect(closeShift(database, act, 9000)).resolves.toBe('closing');
    expect(await database.outbox.count()).toBe(3);
    await sendWaiting(dependencies(database, send));
    expect(await readMeta(database, 'shift')).toBeNull();
    expect(await readMeta(database, 'lastReport')).toEqual({ shiftId: shift.id });
  });

  it('leaves the shift open when the close is refused', async () => {
    const database = await aTill();
    await openShift(database, act, { floatMinor: 0, currency: 'GBP' });
    const server = aServer(({ kind }) => kind === 'close_shift');
    const send: SyncDependencies['send'] = async (operations) => server.take(operations);
    await sendWaiting(dependencies(database, send));
    await closeShift(database, act, 0);
    await sendWaiting(dependencies(database, send));
    expect(await readMeta(database, 'shift')).toMatchObject({ closeOperationId: null });
    expect(await readMeta(database, 'lastReport')).toBeNull();
  });
});
