import { validate, version } from 'uuid';
import { newId } from './ids';
import { pooledRandom } from './pooled-random';

describe('ids', () => {
  it('are UUIDv7, never twice the same, and stand in the order in which they were made', () => {
    const before = Date.now();
    const ids = Array.from({ length: 20_000 }, newId);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
    expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
    const madeAt = parseInt((ids[0] ?? '').replaceAll('-', '').slice(0, 12), 16);
    expect(madeAt).toBeGreaterThanOrEqual(before);
    expect(madeAt).toBeLessThanOrEqual(Date.now());
  });

  it('have random bytes that are given out once', () => {
    const slices = Array.from({ length: 1000 }, () => Buffer.from(pooledRandom(16)).toString('hex'));
    expect(new Set(slices).size).toBe(slices.length);
  });
});
