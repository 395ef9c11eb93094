import { ApiProblem } from '@oneshelf/api-client';
import { createApi, Unreachable } from './api';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => async () => new Response(status === 304 ? null : JSON.stringify(body), { status, headers });

function till(send: () => Promise<Response>) {
  const said: string[] = [];
  const api = createApi({ token: () => 'till_1', fetch: send, onReached: () => said.push('reached'), onUnreachable: () => said.push('unreachable'), onUnauthorised: () => said.push('unauthorised') });
  return { api, said };
}

describe('createApi', () => {
  it('[L-15] is connected by an answer of any kind, also a no', async () => {
    const { api, said } = till(answer(409, { code: 'reader_busy', detail: 'Busy.', traceId: 't1' }));
    await expect(api.get('/api/pos/stock')).rejects.toMatchObject(new ApiProblem({ status: 409, code: 'reader_busy', detail: 'Busy.', traceId: 't1' }));
    expect(said).toEqual(['reached']);
  });
  it('[L-15] is not connected when nothing came, or only the proxy answered', async () => {
    for (const send of [() => Promise.reject(new TypeError('Failed to fetch')), answer(502, '<html>'), answer(503, '<html>'), answer(503, { code: 'unavailable' }), async () => new Response('<html>Sign in to the Wi-Fi</html>')]) {
      const { api, said } = till(send);
      await expect(api.get('/api/pos/stock')).rejects.toBeInstanceOf(Unreachable);
      expect(said).toEqual(['unreachable']);
    }
  });
  it('tells a provider that is away from a server that is away', async () => {
    const { api } = till(answer(503, { code: 'provider_unavailable', detail: '' }));
    await expect(api.get('/api/pos/stock')).rejects.toMatchObject({ code: 'provider_unavailable' });
  });
  it('says when the till is not known any more', async () => {
    const { api, said } = till(answer(401, { code: 'unauthorised' }));
    await expect(api.get('/api/pos/stock')).rejects.toMatchObject({ status: 401 });
    expect(said).toEqual(['reached', 'unauthorised']);
  });
  it('does not take a late no to an old token for one to the new', async () => {
    let token = 'till_1';
    const said: string[] = [];
    const api = createApi({ token: () => token, fetch: async () => { token = 'till_2'; return answer(401, { code: 'unauthorised' })(); }, onUnauthorised: () => said.push('unauthorised') });
    await expect(api.get('/api/pos/stock')).rejects.toMatchObject({ status: 401 });
    expect(said).toEqual([]);
  });
  it('passes on that nothing changed', async () => {
    const { api } = till(answer(304, null, { etag: '"7"' }));
    await expect(api.ask('/api/pos/stock', { etag: '"7"' })).resolves.toEqual({ status: 304, body: undefined, etag: '"7"' });
  });
});
