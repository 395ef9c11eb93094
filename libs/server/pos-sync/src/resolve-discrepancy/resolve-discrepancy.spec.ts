import { type Actor, newId } from '@oneshelf/platform';
import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { OpenDiscrepancies } from './open-discrepancies.query';
import { ResolveDiscrepancyUseCase } from './resolve-discrepancy.use-case';

const [soho, leeds] = [newId(), newId()];
const manager = (locationId: string | null): Actor => ({ kind: 'staff', id: newId(), name: 'Ana Reis', email: 'ana@fieldhouse.example', locale: 'en', grants: [{ role: 'store_manager', locationId }] });

let test: TestDatabase;
let resolve: ResolveDiscrepancyUseCase;
let open: OpenDiscrepancies;

beforeAll(async () => {
  test = await createTestDatabase();
  resolve = new ResolveDiscrepancyUseCase(test.transactions);
  open = new OpenDiscrepancies(test.database);
});
beforeEach(() => test.database.deleteFrom('sale_discrepancy').execute());
afterAll(() => test.drop());

async function found(): Promise<string> {
  const id = newId();
  await test.database.insertInto('sale_discrepancy').values({ id, sale_id: newId(), location_id: soho, kind: 'price', details: JSON.stringify({ tillMinor: 1000, ourMinor: 1200 }) }).execute();
  return id;
}
const stored = (id: string) => test.database.selectFrom('sale_discrepancy').select(['resolved_at', 'resolved_by']).where('id', '=', id).executeTakeFirstOrThrow();
const audits = (id: string) => test.database.selectFrom('audit_entry').select(['actor_name', 'action', 'before', 'after']).where('subject_id', '=', id).execute();

describe('resolving a discrepancy', () => {
  it('takes it off the list, says who did it, and keeps what was found', async () => {
    const id = await found();
    expect((await open.run(5)).first.map((one) => one.id)).toEqual([id]);
    expect(await resolve.run(manager(soho), id, 'The old label was still on the shelf.')).toEqual({ ok: true, value: null });
    expect((await stored(id)).resolved_by).toBe('Ana Reis');
    expect(await open.run(5)).toEqual({ count: 0, first: [] });
    expect(await audits(id)).toEqual([{ actor_name: 'Ana Reis', action: 'resolve', before: { kind: 'price', details: { tillMinor: 1000, ourMinor: 1200 } }, after: { note: 'The old label was still on the shelf.' } }]);
  });

  it('refuses a second time and changes nothing', async () => {
    const id = await found();
    await resolve.run(manager(null), id, '');
    const before = await stored(id);
    expect(await resolve.run(manager(null), id, 'again')).toMatchObject({ ok: false, refusal: { kind: 'already_resolved' } });
    expect(await stored(id)).toEqual(before);
    expect(await audits(id)).toHaveLength(1);
  });

  it('refuses the manager of another store and changes nothing', async () => {
    const id = await found();
    expect(await resolve.run(manager(leeds), id, '')).toMatchObject({ ok: false, refusal: { kind: 'not_allowed' } });
    expect(await stored(id)).toEqual({ resolved_at: null, resolved_by: null });
    expect(await audits(id)).toEqual([]);
  });

  it('refuses one that is not there', async () => {
    expect(await resolve.run(manager(null), newId(), '')).toMatchObject({ ok: false, refusal: { kind: 'not_found' } });
  });
});
