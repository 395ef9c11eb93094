import { ApiProblem, apiFetch } from './api';

const answer = (status: number, body: string, type = 'application/json') => new Response(status === 204 ? null : body, { status, headers: { 'content-type': type } });
const fetchMock = jest.fn<Promise<Response>, [string, RequestInit]>();
const failure = (promise: Promise<unknown>) => promise.then(() => { throw new Error('was not refused'); }, (error: unknown) => error);

beforeEach(() => {
  fetchMock.mockReset();
  globalThis.fetch = fetchMock as unknown as typeof fetch;
});

describe('apiFetch', () => {
  it('sends JSON with its idempotency key to this origin, and gives the answer', async () => {
    fetchMock.mockResolvedValue(answer(201, '{"id":"a"}'));
    expect(await apiFetch('/api/orders', { method: 'POST', body: { lines: [] }, idempotencyKey: 'key-1' })).toEqual({ id: 'a' });
    const [path, init] = fetchMock.mock.calls[0] ?? [];
    expect(path).toBe('/api/orders');
    expect(init?.body).toBe('{"lines":[]}');
    expect(init?.credentials).toBe('same-origin');
    expect(Object.fromEntries(new Headers(init?.headers))).toEqual({ accept: 'application/json, application/problem+json', 'content-type': 'application/json', 'idempotency-key': 'key-1' });
  });

  it('sends a file as it is, without a content type of our own', async () => {
    fetchMock.mockResolvedValue(answer(204, ''));
    const form = new FormData();
    expect(await apiFetch('/api/imports', { method: 'POST', body: form })).toBeUndefined();
    const init = fetchMock.mock.calls[0]?.[1];
    expect(init?.body).toBe(form);
    expect(new Headers(init?.headers).has('content-type')).toBe(false);
  });

  it('throws the refusal of the server with its code, details and trace id', async () => {
    fetchMock.mockResolvedValue(answer(409, '{"status":409,"code":"price_changed","title":"price changed","detail":"The total is 12.00 now.","details":{"totalMinor":1200},"traceId":"t-1"}', 'application/problem+json'));
    const problem = await failure(apiFetch('/api/orders'));
    expect(problem).toBeInstanceOf(ApiProblem);
    expect({ ...(problem as ApiProblem) }).toEqual({ name: 'ApiProblem', status: 409, code: 'price_changed', title: 'price changed', detail: 'The total is 12.00 now.', details: { totalMinor: 1200 }, traceId: 't-1' });
  });

  it.each([[502, 'server_unavailable'], [404, 'unreadable_answer']])('gives status %i without a problem body the code %s', async (status, code) => {
    fetchMock.mockResolvedValue(answer(status, '<html>Bad gateway</html>', 'text/html'));
    expect(await failure(apiFetch('/api/orders'))).toMatchObject({ status, code });
  });

  it('says that the server cannot be reached when it cannot', async () => {
    fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await failure(apiFetch('/api/orders'))).toMatchObject({ status: 0, code: 'network_unreachable' });
  });

  it('lets an abort through as an abort', async () => {
    fetchMock.mockRejectedValue(new DOMException('Aborted', 'AbortError'));
    expect(await failure(apiFetch('/api/orders'))).toMatchObject({ name: 'AbortError' });
  });
});
