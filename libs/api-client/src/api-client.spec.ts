import { ApiProblem } from './api-problem';
import { createApiClient, type ApiClient } from './api-client';

const answer = (status: number, body: string, headers: Record<string, string> = {}) => new Response([204, 304].includes(status) ? null : body, { status, headers: { 'content-type': 'application/json', ...headers } });
const fetchMock = jest.fn<Promise<Response>, [string, RequestInit]>();
const api = createApiClient({ fetch: fetchMock });
const failure = (promise: Promise<unknown>) => promise.then(() => { throw new Error('was not refused'); }, (error: unknown) => error);
const adjustment = { locationId: 'l-1', reason: 'other' as const, note: '', changes: [] };

beforeEach(() => fetchMock.mockReset());

describe('a call', () => {
  it('sends JSON with its idempotency key to this origin, and gives the answer', async () => {
    fetchMock.mockResolvedValue(answer(200, '{"adjustmentId":"a"}'));
    expect(await api.post('/api/stock/adjustments', { body: adjustment as never, idempotencyKey: 'key-1' })).toEqual({ adjustmentId: 'a' });
    const [path, init] = fetchMock.mock.calls[0] ?? [];
    expect(path).toBe('/api/stock/adjustments');
    expect(init).toMatchObject({ method: 'POST', body: JSON.stringify(adjustment), credentials: 'same-origin' });
    expect(Object.fromEntries(new Headers(init?.headers))).toEqual({ accept: 'application/json, application/problem+json', 'content-type': 'application/json', 'idempotency-key': 'key-1' });
  });

  it('fills the path, and asks only for what is set', async () => {
    fetchMock.mockImplementation(async () => answer(200, '{}'));
    await api.get('/api/stock/{variantId}/movements', { params: { path: { variantId: 'a/b' }, query: { number: 'on_hand', locationId: null, cursor: '' } } });
    await api.get('/api/orders', { params: { query: { q: 'ü & co', status: undefined } } });
    expect(fetchMock.mock.calls.map(([address]) => address)).toEqual(['/api/stock/a%2Fb/movements?number=on_hand', '/api/orders?q=%C3%BC+%26+co']);
  });

  it('sends a form as it is, without a content type of our own', async () => {
    fetchMock.mockResolvedValue(answer(201, '{"id":"r"}'));
    const form = new FormData();
    expect(await api.post('/api/imports', { body: form })).toEqual({ id: 'r' });
    expect(fetchMock.mock.calls[0]?.[1].body).toBe(form);
    expect(new Headers(fetchMock.mock.calls[0]?.[1].headers).has('content-type')).toBe(false);
  });

  it.each([[204, ''], [202, '']])('gives nothing where the API says nothing (%i)', async (status, body) => {
    fetchMock.mockResolvedValue(answer(status, body));
    expect(await api.post('/api/auth/sign-out')).toBeUndefined();
  });

  it('says that nothing is newer than what is kept', async () => {
    fetchMock.mockResolvedValue(answer(304, '', { etag: '"7"' }));
    expect(await api.ask('/api/pos/price-book', { etag: '"7"' })).toEqual({ status: 304, body: undefined, etag: '"7"' });
    expect(new Headers(fetchMock.mock.calls[0]?.[1].headers).get('if-none-match')).toBe('"7"');
  });

  it('has the headers of this moment, and what stands around it', async () => {
    fetchMock.mockImplementation(async () => answer(200, '{"status":"ok"}'));
    let token = 'one';
    const seen: string[] = [];
    const till = createApiClient({ fetch: fetchMock, headers: () => ({ authorization: token }), cache: 'no-store', around: async (call) => { const outcome = await call(); seen.push(token); return outcome; } });
    await till.get('/api/health');
    token = 'two';
    await till.get('/api/health');
    expect(fetchMock.mock.calls.map(([, init]) => new Headers(init.headers).get('authorization'))).toEqual(['one', 'two']);
    expect(fetchMock.mock.calls[0]?.[1].cache).toBe('no-store');
    expect(seen).toEqual(['one', 'two']);
  });

  it('leaves a stream unread', async () => {
    fetchMock.mockResolvedValue(answer(200, 'event: state\n\n'));
    expect(await (await api.open('/api/pos/changes')).text()).toBe('event: state\n\n');
  });
});

describe('a call that fails', () => {
  it('throws the refusal of the server with its code, details and trace id', async () => {
    fetchMock.mockResolvedValue(answer(409, '{"status":409,"code":"price_changed","title":"price changed","detail":"The total is 12.00 now.","details":{"totalMinor":1200},"traceId":"t-1"}'));
    const problem = await failure(api.get('/api/orders'));
    expect(problem).toBeInstanceOf(ApiProblem);
    expect({ ...(problem as ApiProblem) }).toEqual({ name: 'ApiProblem', status: 409, code: 'price_changed', title: 'price changed', detail: 'The total is 12.00 now.', details: { totalMinor: 1200 }, traceId: 't-1' });
  });

  it.each([[502, 'server_unavailable', '<html>Bad gateway</html>'], [404, 'unreadable_answer', '<html>Not here</html>'], [200, 'unreadable_answer', '<html>Sign in to the Wi-Fi</html>'], [201, 'unreadable_answer', '']])('gives status %i without a readable body the code %s', async (status, code, body) => {
    fetchMock.mockResolvedValue(answer(status, body));
    expect(await failure(api.get('/api/orders'))).toMatchObject({ name: 'ApiProblem', status, code });
  });

  it('says that the server cannot be reached when it cannot', async () => {
    fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await failure(api.get('/api/orders'))).toMatchObject({ status: 0, code: 'network_unreachable' });
  });

  it('ends a read that is not answered in time; the same time is no reason to give up a command', async () => {
    fetchMock.mockImplementation((_address, { signal }) => new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
      if (!signal) setTimeout(() => resolve(answer(204, '')), 30);
    }));
    const hurried = createApiClient({ fetch: fetchMock, readTimeoutMs: 10 });
    expect(await failure(hurried.get('/api/orders'))).toMatchObject({ code: 'network_unreachable' });
    expect(await failure(hurried.get('/api/orders', { signal: new AbortController().signal }))).toMatchObject({ code: 'network_unreachable' });
    expect(await hurried.post('/api/auth/sign-out')).toBeUndefined();
  });

  it('lets an abort through as an abort', async () => {
    fetchMock.mockImplementation((_address, { signal }) => Promise.reject(signal?.reason as Error));
    expect(await failure(api.get('/api/orders', { signal: AbortSignal.abort() }))).toMatchObject({ name: 'AbortError' });
  });
});

/** Never run: what the compiler must refuse. */
export async function refusedByTheCompiler(client: ApiClient): Promise<void> {
  // @ts-expect-error no such address
  await client.get('/api/order');
  // @ts-expect-error an address that takes no POST
  await client.post('/api/orders');
  // @ts-expect-error the path wants an id
  await client.get('/api/orders/{id}');
  // @ts-expect-error no such filter
  await client.get('/api/orders', { params: { query: { state: 'open' } } });
  // @ts-expect-error no such status
  await client.get('/api/orders', { params: { query: { status: 'shut' } } });
  // @ts-expect-error the command wants a body
  await client.post('/api/orders/{id}/cancel', { params: { path: { id: 'o-1' } } });
  // @ts-expect-error the command wants an idempotency key
  await client.post('/api/stock/adjustments', { body: adjustment as never });
  // @ts-expect-error an order has no such field
  void (await client.get('/api/orders/{id}', { params: { path: { id: 'o-1' } } })).totalCents;
  // @ts-expect-error a form is sent as a form
  await client.post('/api/imports', { body: { file: 'x', market: 'GB' } });
}
