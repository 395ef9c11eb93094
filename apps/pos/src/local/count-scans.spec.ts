import { aTill, at } from './testing';
import { ApiProblem, type ApiClient } from '@oneshelf/api-client';
import type { CountScan, TillCountsAnswer } from '@oneshelf/contracts';
import { Unreachable } from './api';
import { countedProducts, countsAtHand, keepCountScan, sendCountScans, takeCounts, waitingScans } from './count-scans';
import { newId } from './new-id';

const [countId, boot, sock] = [newId(), newId(), newId()];
const scan = (variantId: string, units: number): CountScan => ({ id: newId(), countId, variantId, round: 1, quantityMilli: units * 1000, personId: 'sam', personName: 'Sam', scannedAt: at });

/** The server's side: each scan counts once; `fails` says what goes wrong on the way. */
function aServer(fails: () => 'before' | 'after' | null = () => null) {
  const taken = new Map<string, CountScan>();
  const post = (_path: string, { body }: { body: { scans: CountScan[] } }) => {
    const failure = fails();
    if (failure === 'before') return Promise.reject(new Unreachable('cut'));
    for (const one of body.scans) taken.set(one.id, one);
    return failure === 'after' ? Promise.reject(new Unreachable('cut')) : Promise.resolve({ results: body.scans.map(({ id }) => ({ id, outcome: 'taken' })) });
  };
  const total = (variantId: string) => [...taken.values()].filter((one) => one.variantId === variantId).reduce((sum, one) => sum + one.quantityMilli, 0);
  const get = (): Promise<TillCountsAnswer> => Promise.resolve({ items: [{ id: countId, number: 'CT-1', title: 'Boots', status: 'open', mode: 'live', round: 1, lines: [boot, sock].map((variantId) => ({ variantId, countedMilli: total(variantId) || null, firstCounterIds: [], serials: [] })) }] });
  return { api: { post, get } as unknown as ApiClient, total };
}
const shown = async (database: Awaited<ReturnType<typeof aTill>>) => {
  const { counts, kept } = await countsAtHand(database);
  return Object.fromEntries(countedProducts(counts[0] as never, kept).map(({ variantId, countedMilli }) => [variantId, countedMilli]));
};

describe('scans of a count', () => {
  it('[C-26] a network that is cut before or after the server took them loses none and counts none twice', async () => {
    const database = await aTill();
    const failures = ['before', 'after', 'after', null] as const;
    let turn = 0;
    const server = aServer(() => failures[turn++] ?? null);
    await takeCounts(server.api, database);
    for (let piece = 0; piece < 7; piece += 1) await keepCountScan(database, scan(boot, 1));
    await keepCountScan(database, scan(boot, -1));
    expect(await shown(database)).toEqual({ [boot]: 6000, [sock]: null });
    expect(await waitingScans(database)).toBe(8);
    for (let tries = 0; tries < 3; tries += 1) expect(await sendCountScans(server.api, database)).toBe(true);
    expect(await shown(database)).toEqual({ [boot]: 6000, [sock]: null });
    expect(await sendCountScans(server.api, database)).toBe(false);
    expect(await waitingScans(database)).toBe(0);
    expect(await shown(database)).toEqual({ [boot]: 6000, [sock]: null });
    await takeCounts(server.api, database);
    expect(await shown(database)).toEqual({ [boot]: 6000, [sock]: null });
    expect((await countsAtHand(database)).kept).toEqual([]);
    expect(server.total(boot)).toBe(6000);
  });

  it('what the server refuses stays in sight and does not count here', async () => {
    const database = await aTill();
    const server = aServer();
    await takeCounts(server.api, database);
    await keepCountScan(database, scan(sock, 2));
    const refusing = { ...server.api, post: (_path: string, { body }: { body: { scans: CountScan[] } }) => Promise.resolve({ results: body.scans.map(({ id }) => ({ id, outcome: 'count_closed' })) }) } as unknown as ApiClient;
    expect(await sendCountScans(refusing, database)).toBe(false);
    const { kept } = await countsAtHand(database);
    expect(kept.map(({ state, outcome }) => [state, outcome])).toEqual([['refused', 'count_closed']]);
    expect(await shown(database)).toEqual({ [boot]: null, [sock]: null });
    await keepCountScan(database, scan(sock, 1));
    const choking = { ...server.api, post: () => Promise.reject(new ApiProblem({ status: 400, code: 'invalid_input', detail: 'no' })) } as unknown as ApiClient;
    expect(await sendCountScans(choking, database)).toBe(false);
    expect((await countsAtHand(database)).kept.map(({ outcome }) => outcome).sort()).toEqual(['count_closed', 'unreadable']);
  });

  it('shows what was found beside the plan', async () => {
    const database = await aTill();
    await takeCounts(aServer().api, database);
    const cap = newId();
    await keepCountScan(database, scan(cap, 3));
    expect(await shown(database)).toEqual({ [boot]: null, [sock]: null, [cap]: 3000 });
  });
});
