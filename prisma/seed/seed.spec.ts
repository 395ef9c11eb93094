import { pbkdf2Sync } from 'node:crypto';
import { verify } from 'argon2';
import { sql } from 'kysely';
import { sha256Hex } from './demo/secrets';
import { demo, seed, seedDemo, seedReference } from './seed';
import { createSeedDatabase, fingerprint, type SeedDatabase } from './testing';

const now = new Date('2026-11-21T10:00:00Z');

describe('the seeded database', () => {
  let base: SeedDatabase;
  beforeAll(async () => {
    base = await createSeedDatabase();
    expect(await seed(base.url, now)).toEqual({ reference: true, demo: true });
  });
  afterAll(() => base.drop());

  async function rows<Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> {
    return (await query.execute(base.db)).rows;
  }

  it('has the chain that the product promises', async () => {
    const tables = await fingerprint(base.db);
    const counts = Object.fromEntries(['market', 'channel', 'location', 'register', 'device', 'product', 'staff_user', 'customer', 'price_release', 'promotion'].map((name) => [name, tables[name]?.rows]));
    expect(counts).toEqual({ market: 2, channel: 6, location: 13, register: 24, device: 24, product: 197, staff_user: 34, customer: 40, price_release: 2, promotion: 2 });
    const measured = await rows(sql<{ sku: string; unit: string; bins: number; closed: number }>`
      select v.sku, v.unit, (select count(*)::int from bin_place b where b.variant_id = v.id) as bins, (select count(*)::int from stock_bin where is_closed) as closed from variant v where v.unit <> 'piece' order by v.sku`);
    expect(measured.map(({ unit, bins, closed }) => [unit, bins, closed])).toEqual([['kg', 1, 1], ['kg', 1, 1], ['m', 1, 1], ['m', 1, 1], ['l', 1, 1]]);
    expect(tables['variant']?.rows).toBeGreaterThanOrEqual(1000);
    expect(tables['stock_level']?.rows).toBeGreaterThanOrEqual(8000);
  });

  it('changes nothing when it runs again, later', async () => {
    const before = await fingerprint(base.db);
    expect(await seed(base.url, new Date('2026-12-24T10:00:00Z'))).toEqual({ reference: false, demo: false });
    expect(await fingerprint(base.db)).toEqual(before);
  });

  it('prices each variant in the base book of each market', async () => {
    const missing = await rows(sql<{ sku: string; book: string }>`
      select v.sku, b.code as book from variant v cross join price_book b
      where b.code like '%-list'
        and not exists (select from price p where p.book_id = b.id and p.variant_id = v.id and p.to_release is null)`);
    expect(missing).toEqual([]);
    const bases = await rows(sql<{ code: string; currency: string; market_code: string }>`
      select code, currency, market_code from price_book where channel_code is null and location_id is null and customer_id is null and customer_group is null and price_zone is null order by code`);
    expect(bases).toEqual([{ code: 'de-list', currency: 'EUR', market_code: 'DE' }, { code: 'gb-list', currency: 'GBP', market_code: 'GB' }]);
  });

  it('lets the other books only lower the list', async () => {
    const dearer = await rows(sql`
      select p.variant_id from price p join price_book b on b.id = p.book_id and b.code not like '%-list'
      join price list on list.variant_id = p.variant_id and list.from_milli = p.from_milli and list.book_id = ${demo.books.gbList} where p.amount_minor >= list.amount_minor`);
    expect(dearer).toEqual([]);
    const belowCost = await rows(sql`
      select p.variant_id from price p join price_book b on b.id = p.book_id and b.currency = 'GBP' join variant v on v.id = p.variant_id
      where p.amount_minor * 100 < v.cost_minor * 120`);
    expect(belowCost).toEqual([]);
  });

  it('taxes each product at one rate in each country', async () => {
    const wrong = await rows(sql`
      select p.handle, m.country from product p cross join market m
      where 1 <> (select count(*) from tax_rate r where r.country = m.country and r.tax_class = p.tax_class
        and r.region is null and r.postcodes is null and r.valid_from <= ${now} and (r.valid_to is null or r.valid_to > ${now}))`);
    expect(wrong).toEqual([]);
    const rates = await rows(sql<{ key: string; rate: number }>`
      select country || ' ' || tax_class as key, rate_basis_points as rate from tax_rate where valid_to is null and region is null and postcodes is null and country in ('DE', 'GB') order by 1`);
    expect(Object.fromEntries(rates.map(({ key, rate }) => [key, rate]))).toEqual({
      'DE books': 700, 'DE childrens-clothing': 1900, 'DE reduced': 700, 'DE standard': 1900, 'DE zero': 0,
      'GB books': 0, 'GB childrens-clothing': 0, 'GB reduced': 500, 'GB standard': 2000, 'GB zero': 0,
    });
  });

  it('holds the rates of every country that the markets can send to, and of their islands', async () => {
    const standard = await rows(sql<{ country: string; rate: number }>`
      select country, rate_basis_points as rate from tax_rate
      where tax_class = 'standard' and region is null and postcodes is null and valid_from <= ${now} and (valid_to is null or valid_to > ${now}) order by 1`);
    expect(standard).toHaveLength(28);
    expect(standard.filter(({ country }) => ['FI', 'FR', 'HU'].includes(country))).toEqual([{ country: 'FI', rate: 2550 }, { country: 'FR', rate: 2000 }, { country: 'HU', rate: 2700 }]);
    const unlike = await rows(sql`
      select p.tax_class, c.country from (select distinct tax_class from product) p cross join (select distinct country from tax_rate) c
      where not exists (select 1 from tax_rate r where r.country = c.country and r.tax_class = p.tax_class and r.region is null and r.postcodes is null and r.valid_to is null)`);
    expect(unlike).toEqual([]);
    const heligoland = await rows(sql<{ rate: number }>`select rate_basis_points as rate from tax_rate where country = 'DE' and tax_class = 'standard' and postcodes @> '[{"from": "27498", "to": "27498"}]'`);
    expect(heligoland).toEqual([{ rate: 0 }]);
  });

  it('has levels that equal the fold of the movements', async () => {
    const off = await rows(sql`
      with entry as (
        select variant_id, location_id, to_bucket as bucket, quantity_milli as quantity from stock_movement
        union all select variant_id, location_id, from_bucket, -quantity_milli from stock_movement),
      fold as (
        select variant_id, location_id, sum(quantity) filter (where bucket = 'sellable') as sellable, sum(quantity) filter (where bucket = 'quarantine') as quarantine, sum(quantity) filter (where bucket = 'refurbish') as refurbish
        from entry group by 1, 2)
      select * from stock_level l full join fold f using (variant_id, location_id)
      where l.sellable_milli is distinct from coalesce(f.sellable, 0) or l.quarantine_milli is distinct from coalesce(f.quarantine, 0) or l.refurbish_milli is distinct from coalesce(f.refurbish, 0)
        or l.committed_milli + l.allotted_milli + l.safety_milli + l.quality_control_milli + l.damaged_milli + l.override_milli <> 0`);
    expect(off).toEqual([]);
    const others = await rows<{ cause_kind: string; moves: number }>(sql`select cause_kind, count(*)::int as moves from stock_movement where cause_kind <> 'opening' or occurred_at <> ${new Date('2026-11-20T10:00:00Z')} group by 1 order by 1`);
    expect(others).toEqual([{ cause_kind: 'adjustment', moves: 2 }, { cause_kind: 'transfer', moves: 3 }]);
  });

  it('INV-81 INV-82 says of wax and wash of which lot they are: near their last day at Soho, and the lots are the fold of their movements', async () => {
    const lots = await rows<{ place: string; code: string; days: number; units: number; off: number }>(sql`
      select l.code as place, lot.code, lot.expires_on - ${now}::date as days, sum(at.shelf_milli + at.quarantine_milli + at.refurbish_milli)::int / 1000 as units,
        sum(at.shelf_milli - (select coalesce(sum(case when to_bucket = 'sellable' then quantity_milli else 0 end - case when from_bucket = 'sellable' then quantity_milli else 0 end), 0) from stock_movement m where m.lot_id = at.lot_id and m.location_id = at.location_id))::int as off
      from stock_lot_level at join stock_lot lot on lot.id = at.lot_id join location l on l.id = at.location_id where l.code in ('SOHO', 'LEEDS', 'LEEDS-WH') group by 1, 2, 3 order by days`);
    expect(lots.map(({ place, code, days, off }) => [place, code, days, off])).toEqual([['SOHO', 'W2402', 9, 0], ['LEEDS', 'W2511', 120, 0], ['LEEDS-WH', 'W2604', 300, 0]]);
    expect(Math.min(...lots.map(({ units }) => units))).toBeGreaterThan(0);
  });

  it('INV-97 INV-99 has each piece of the windproof stove where its movement took it, and as many as the level says', async () => {
    const pieces = await rows<{ place: string; serials: string[]; units: number; moves: number }>(sql`
      select l.code as place, array_agg(s.serial_number order by 1) as serials, max(level.sellable_milli)::int / 1000 as units,
        (select count(*)::int from stock_movement m where m.variant_id = s.variant_id and m.location_id = s.location_id and m.quantity_milli = 1000 and m.serial_number is not null) as moves
      from stock_serial s join location l on l.id = s.location_id join variant v on v.id = s.variant_id and v.tracked_by = 'serial'
        join stock_level level on level.variant_id = s.variant_id and level.location_id = s.location_id where s.state = 'shelf' group by l.code, s.variant_id, s.location_id order by 1 desc`);
    expect(pieces).toEqual([
      { place: 'SOHO', serials: ['EW240117', 'EW240118', 'EW240119', 'EW240120'], units: 4, moves: 4 },
      { place: 'LEEDS', serials: ['EW240121', 'EW240122', 'EW240123'], units: 3, moves: 3 },
    ]);
  });

  it('has work on stock under way: what is on the road is what was sent, and a count that is half done with one piece short', async () => {
    const road = await rows<{ sent: number; moved: number; expected: number }>(sql`
      select (select sum(shipped_milli)::int from transfer_line) as sent, (select sum(quantity_milli)::int from stock_movement where to_bucket = 'transit') as moved, (select sum(quantity_milli)::int from expected_receipt where source_kind = 'transfer') as expected`);
    expect(road).toEqual([{ sent: 15_000, moved: 15_000, expected: 15_000 }]);
    const counted = await rows<{ lines: number; off: number }>(sql`
      select count(*)::int as lines, coalesce(sum(l.sellable_milli - s.quantity_milli), 0)::int as off from stock_count_scan s join stock_count c on c.id = s.count_id
      join stock_level l on l.variant_id = s.variant_id and l.location_id = c.location_id`);
    expect(counted).toEqual([{ lines: 6, off: 1000 }]);
  });

  it('waits for goods: one order to receive, one that is late, one that is not sent', async () => {
    const found = await rows(sql<{ place: string; status: string; late: boolean; lines: number }>`
      select l.code as place, o.status, o.expected_on < ${now}::date as late, (select count(*)::int from purchase_order_line p where p.order_id = o.id) as lines
      from purchase_order o join location l on l.id = o.location_id order by o.number`);
    expect(found).toEqual([{ place: 'SOHO', status: 'sent', late: false, lines: 4 }, { place: 'LEEDS-WH', status: 'sent', late: true, lines: 5 }, { place: 'LEEDS', status: 'draft', late: false, lines: 4 }]);
    const unsold = await rows(sql`select p.id from purchase_order_line p join purchase_order o on o.id = p.order_id where not exists (select 1 from supplier_product s where s.supplier_id = o.supplier_id and s.variant_id = p.variant_id)`);
    expect(unsold).toEqual([]);
    const expected = await rows(sql<{ units: number }>`select (sum(quantity_milli) / 1000)::int as units from expected_receipt where source_kind = 'purchase_order'`);
    expect(expected[0]?.units).toBe(2 * 6 + 2 * 6 + 6 + 6 + 5 * 6 * 4);
  });

  it('sells a book before it is out, and boots on when they are out', async () => {
    const found = await rows(sql<{ kind: string; policies: number; day: string | null; here: number }>`
      select p.kind, count(*)::int as policies, min(p.available_on)::text as day, coalesce(sum((select sum(l.sellable_milli) from stock_level l where l.variant_id = p.variant_id)), 0)::int as here
      from stock_policy p group by 1 order by 1`);
    expect(found).toMatchObject([{ kind: 'backorder', policies: 8, day: null }, { kind: 'preorder', policies: 1, day: '2026-12-12', here: 0 }]);
  });

  it('spreads stock as shops have it: some gone, some nearly gone', async () => {
    const [spread] = await rows(sql<{ none: number; few: number; total: number }>`
      select count(*) filter (where sellable_milli = 0)::int as none, count(*) filter (where sellable_milli between 1000 and 3000)::int as few,
        count(*)::int as total from stock_level`);
    expect(spread?.none).toBeGreaterThan((spread?.total ?? 0) * 0.04);
    expect(spread?.few).toBeGreaterThan((spread?.total ?? 0) * 0.12);
  });

  it('keeps the stock that stories count on', async () => {
    for (const variant of Object.values(demo.variants)) {
      const found = await rows(sql<{ code: string; units: number }>`
        select l.code, (s.sellable_milli / 1000)::int as units from stock_level s join location l on l.id = s.location_id
        join variant v on v.id = s.variant_id where v.sku = ${variant.sku} and v.id = ${variant.id}`);
      expect(Object.fromEntries(found.map(({ code, units }) => [code, units]))).toEqual(variant.unitsByPlace);
    }
  });

  it('signs staff in by password and PIN, and tills and shops by their codes', async () => {
    const [ana] = await rows(sql<{ password_hash: string; pin_salt: string; pin_hash: string }>`select * from staff_user where email = 'ana.reis@fieldhouse.example'`);
    expect(await verify(ana?.password_hash ?? '', demo.password)).toBe(true);
    expect(await verify(ana?.password_hash ?? '', 'another')).toBe(false);
    expect(demo.staff.sohoManager.pin).toBe('1111');
    expect(pbkdf2Sync('1111', Buffer.from(ana?.pin_salt ?? '', 'hex'), 120_000, 32, 'sha256').toString('hex')).toBe(ana?.pin_hash);
    const devices = await rows(sql<{ id: string }>`select id from device where enrolment_code_hash = ${sha256Hex('SOHO-1')} and enrolled_at is null`);
    expect(devices).toEqual([{ id: demo.stores.soho.registers[0]?.deviceId }]);
    const keys = await rows(sql<{ prefix: string; channel_code: string }>`select prefix, channel_code from api_key where key_hash = ${sha256Hex('pk_demo_web_gb')}`);
    expect(keys).toEqual([{ prefix: 'pk_demo_web_', channel_code: 'web-gb' }]);
  });

  it('lists products on Amazon, and knows what Amazon keeps itself', async () => {
    const counts = await rows(sql<{ channel_code: string; listings: number }>`select channel_code, count(*)::int as listings from listing group by 1 order by 1`);
    const [merchant, amazon] = counts;
    expect(merchant?.channel_code).toBe('amazon-gb');
    expect(merchant?.listings).toBeGreaterThanOrEqual(300);
    const [stock] = await rows(sql<{ rows: number }>`
      select count(*)::int as rows from marketplace_stock s join listing l using (channel_code, variant_id) where channel_code = 'amazon-gb-fba'`);
    expect(stock?.rows).toBe(amazon?.listings);
    const unequal = await rows(sql`select l.id from listing l join variant v on v.id = l.variant_id where l.channel_code = 'amazon-gb' and l.external_sku <> v.sku`);
    expect(unequal).toEqual([]);
  });
});

describe('a seed that meets another', () => {
  let base: SeedDatabase;
  beforeAll(async () => {
    base = await createSeedDatabase();
  });
  afterAll(() => base.drop());

  it('writes once when two start at the same time', async () => {
    const outcomes = await Promise.all([seed(base.url, now), seed(base.url, now)]);
    expect(outcomes.filter((outcome) => outcome.demo)).toHaveLength(1);
    expect((await fingerprint(base.db))['product']?.rows).toBe(197);
  });
});

describe('a seed that fails', () => {
  let base: SeedDatabase;
  beforeAll(async () => {
    base = await createSeedDatabase();
  });
  afterAll(() => base.drop());

  it('leaves nothing behind', async () => {
    await seedReference(base.db);
    await sql`alter table listing add constraint full_up check (false)`.execute(base.db);
    const before = await fingerprint(base.db);
    await expect(seedDemo(base.db, { now })).rejects.toThrow('full_up');
    expect(await fingerprint(base.db)).toEqual(before);
  });
});
