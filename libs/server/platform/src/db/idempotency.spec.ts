import { createTestDatabase, type TestDatabase } from '../testing';

describe('Commands.once', () => {
  let test: TestDatabase;
  beforeAll(async () => { test = await createTestDatabase(); });
  afterAll(() => test.drop());

  it('[L-5] gives the first answer to the same key and input, and runs the work once', async () => {
    let runs = 0;
    const send = () => test.commands.once({ scope: 's', key: 'k1', input: { a: 1 } }, () => Promise.resolve({ ok: true as const, value: { run: (runs += 1) } }));
    const answers = await Promise.all([send(), send(), send(), send()]);
    expect(answers).toEqual(Array(4).fill({ ok: true, value: { run: 1 } }));
    expect(runs).toBe(1);
  });

  it('refuses the same key with another input', async () => {
    await test.commands.once({ scope: 's', key: 'k2', input: 1 }, () => Promise.resolve({ ok: true as const, value: 1 }));
    const second = await test.commands.once({ scope: 's', key: 'k2', input: 2 }, () => Promise.resolve({ ok: true as const, value: 2 }));
    expect(second).toEqual({ ok: false, refusal: { kind: 'idempotency_key_reused', key: 'k2' } });
  });

  it('stores nothing for a refusal, so that the next try is decided anew', async () => {
    await test.commands.once({ scope: 's', key: 'k3', input: 1 }, () => Promise.resolve({ ok: false as const, refusal: { kind: 'sold_out' } }));
    const second = await test.commands.once({ scope: 's', key: 'k3', input: 1 }, () => Promise.resolve({ ok: true as const, value: 'yours' }));
    expect(second).toEqual({ ok: true, value: 'yours' });
  });
});
