import { newId } from '../db/ids';
import { PrismaReads } from '../db/prisma-reads';
import { createTestDatabase, type TestDatabase } from '../testing';
import { system } from '../auth/actor';
import { AuditQuery } from './audit.query';
import { recordAudit } from './record-audit';

let test: TestDatabase;
let prisma: PrismaReads;
let audit: AuditQuery;

beforeAll(async () => {
  test = await createTestDatabase();
  prisma = new PrismaReads(test.config);
  audit = new AuditQuery(prisma);
  await test.transactions.write((tx) => recordAudit(tx, { actor: system('import'), action: 'import', subject: 'catalogue', subjectId: 'run-1', after: { products: 12 } }));
  // The table takes no changes, so rows of another time are written with it.
  const row = (action: string, subject: string, given: { subject_id: string; at: string; before?: string; after?: string }) => ({ id: newId(), actor_kind: 'staff', actor_id: newId(), actor_name: 'Ines Duarte', action, subject, trace_id: 't', ...given });
  await test.database
    .insertInto('audit_entry')
    .values([row('publish', 'price_book', { subject_id: 'GB', at: '2020-11-21T23:59:59.999Z', before: '{"release":4}', after: '{"release":5}' }), row('revoke', 'register', { subject_id: 'till-1', at: '2020-11-22T00:00:00.000Z' })])
    .execute();
});
afterAll(async () => {
  await prisma.onModuleDestroy();
  await test.drop();
});

const found = async (filter: Partial<Parameters<AuditQuery['run']>[0]>) => (await audit.run({ take: 50, ...filter })).items.map((item) => item.action);

describe('the history', () => {
  it('shows the newest first with before and after, and the kinds to filter by', async () => {
    const { items, next, subjects } = await audit.run({ take: 50 });
    expect(items.map((item) => item.action)).toEqual(['revoke', 'publish', 'import']);
    expect(items[1]).toMatchObject({ actorName: 'Ines Duarte', subject: 'price_book', subjectId: 'GB', before: { release: 4 }, after: { release: 5 } });
    expect(items[0]).toMatchObject({ before: null, after: null });
    expect([next, subjects]).toEqual([null, ['catalogue', 'price_book', 'register']]);
  });

  it('goes on where a page ended', async () => {
    const first = await audit.run({ take: 2 });
    expect(first.items.map((item) => item.action)).toEqual(['revoke', 'publish']);
    expect(await found({ take: 2, cursor: first.next ?? '' })).toEqual(['import']);
  });

  it('filters by thing, by part of a name, and by day, both days counted in', async () => {
    expect(await found({ subject: 'price_book' })).toEqual(['publish']);
    expect(await found({ subjectId: 'run-1' })).toEqual(['import']);
    expect(await found({ actor: 'duarte' })).toEqual(['revoke', 'publish']);
    expect(await found({ to: '2020-11-21' })).toEqual(['publish']);
    expect(await found({ from: '2020-11-22', to: '2020-11-22' })).toEqual(['revoke']);
    expect(await found({ from: '2020-11-21', to: '2020-11-22' })).toEqual(['revoke', 'publish']);
    expect(await found({ from: '2020-11-23' })).toEqual(['import']);
  });
});
