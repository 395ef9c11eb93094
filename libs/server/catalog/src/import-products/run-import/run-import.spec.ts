import { createTestContext, createTestDatabase, runEvents, type TestDatabase } from '@oneshelf/platform/testing';
import type { TestingModule } from '@nestjs/testing';
import { CatalogHttpModule } from '../../catalog-http.module';
import { CatalogJobsModule } from '../../catalog-jobs.module';
import { insertMarkets, shopifyCsv, staffMember } from '../../testing';
import { CancelImportUseCase } from '../cancel-import/cancel-import.use-case';
import { CheckImportUseCase } from '../check-import/check-import.use-case';
import { ImportRunRepository } from '../import-run.repository';
import { ImportsQuery } from '../list-imports/imports.query';
import { CatalogueImportRepository } from '../plan/catalogue-import.repository';
import { RejectedRowsQuery } from '../rejected-rows/rejected-rows.query';
import { StartImportUseCase } from '../start-import/start-import.use-case';
import { UploadImportUseCase } from '../upload-import/upload-import.use-case';
import { RunImportUseCase } from './run-import.use-case';

const actor = staffMember('merchandiser');

describe('importing products', () => {
  let test: TestDatabase;
  let context: TestingModule;

  beforeEach(async () => {
    test = await createTestDatabase();
    await insertMarkets(test.database);
    context = await createTestContext(test, { imports: [CatalogHttpModule, CatalogJobsModule] });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await context.close();
    await test.drop();
  });

  const checked = async (csv: string, marketCode = 'GB'): Promise<string> => {
    const uploaded = await context.get(UploadImportUseCase).run({ fileName: 'products.csv', content: Buffer.from(csv), marketCode, actor });
    if (!uploaded.ok) throw new Error(uploaded.refusal.message);
    expect(await context.get(CheckImportUseCase).run(uploaded.value)).toEqual({ ok: true, value: undefined });
    return uploaded.value;
  };
  const started = async (csv: string, marketCode = 'GB'): Promise<string> => {
    const id = await checked(csv, marketCode);
    expect(await context.get(StartImportUseCase).run(id, actor)).toEqual({ ok: true, value: undefined });
    return id;
  };
  const imported = async (csv: string, marketCode = 'GB') => {
    const id = await started(csv, marketCode);
    const names = await runEvents(context, test.database);
    const run = await context.get(ImportsQuery).byId(id);
    return { id, names, run };
  };
  const rowsOf = async () => {
    const [products, variants, barcodes, events] = await Promise.all([
      test.pool.query('SELECT handle, title, department, option_names, content_hash, updated_at FROM product ORDER BY handle'),
      test.pool.query('SELECT sku, title, weight_grams FROM variant ORDER BY sku'),
      test.pool.query('SELECT code FROM barcode ORDER BY code'),
      test.pool.query("SELECT name, payload FROM outbox_event WHERE name LIKE 'catalog.%-imported.v1' ORDER BY id"),
    ]);
    return { products: products.rows, variants: variants.rows, barcodes: barcodes.rows, events: events.rows };
  };

  it('takes tags, metafields and contents of a Shopify file; a blank cell takes one away, a file without the column leaves it', async () => {
    const head = 'Handle,Title,Vendor,Tags,Fabric (product.metafields.shopify.fabric),Variant SKU,Variant Price,Unit Price Total Measure,Unit Price Total Measure Unit';
    const known = async () => (await test.pool.query<{ attributes: object; contents_milli: number; contents_unit: string }>('SELECT p.attributes, v.contents_milli, v.contents_unit FROM product p JOIN variant v ON v.product_id = p.id')).rows;
    const contents = { contents_milli: 250_000, contents_unit: 'g' };
    await imported(`${head}\ntrail-mix,Trail mix,Fell,"snack, vegan",,MIX,3.50,250,g`);
    expect(await known()).toEqual([{ attributes: { tags: ['snack', 'vegan'] }, ...contents }]);
    await imported(`${head}\ntrail-mix,Trail mix,Fell,,Cotton; Linen,MIX,3.50,,`);
    expect(await known()).toEqual([{ attributes: { 'Fabric': ['Cotton', 'Linen'] }, ...contents }]);
    await imported('Handle,Title,Variant SKU,Variant Price\ntrail-mix,Trail mix bag,MIX,3.50');
    expect(await known()).toEqual([{ attributes: { Fabric: ['Cotton', 'Linen'] }, ...contents }]);
  });

  it('writes nothing in the dry run, all of it in the import, and says prices and opening stock', async () => {
    const id = await checked(shopifyCsv());
    expect(await rowsOf()).toEqual({ products: [], variants: [], barcodes: [], events: [] });
    expect(await context.get(ImportsQuery).byId(id)).toMatchObject({ status: 'checked', format: 'shopify', rowsTotal: 3, counts: { productsNew: 2, variantsNew: 3, prices: 3, stockLines: 2, rowsRejected: 0 } });

    expect(await context.get(StartImportUseCase).run(id, actor)).toEqual({ ok: true, value: undefined });
    expect(await runEvents(context, test.database)).toEqual(['catalog.import-started.v1', 'catalog.prices-imported.v1', 'catalog.stock-imported.v1']);
    const { products, variants, barcodes, events } = await rowsOf();
    expect(products).toMatchObject([{ handle: 'camp-mug', title: 'Camp Mug', option_names: [] }, { handle: 'fell-jacket', department: 'Outerwear', option_names: ['Size'] }]);
    expect(variants).toEqual([{ sku: 'JKT-M', title: 'M', weight_grams: 440 }, { sku: 'JKT-S', title: 'S', weight_grams: 420 }, { sku: 'MUG-1', title: '', weight_grams: 120 }]);
    expect(barcodes).toEqual([{ code: '2000000000046' }]);
    expect(events[0].payload).toMatchObject({ importId: id, marketCode: 'GB', currency: 'GBP', prices: [{ amountMinor: 8900 }, { amountMinor: 8900 }, { amountMinor: 950 }] });
    expect(events[1].payload).toMatchObject({ importId: id, lines: [{ quantityMilli: 4000 }, { quantityMilli: 25_000 }] });
    expect(await context.get(ImportsQuery).byId(id)).toMatchObject({ status: 'done', rowsDone: 3, failure: null });
    const { rows } = await test.pool.query("SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id", [id]);
    expect(rows.map(({ action }) => action)).toEqual(['upload', 'start', 'import']);
  });

  it('changes nothing when the same file comes again, and in another market only prices', async () => {
    await imported(shopifyCsv());
    const before = await rowsOf();
    const again = await imported(shopifyCsv());
    expect(again.run).toMatchObject({ status: 'done', counts: { productsNew: 0, productsChanged: 0, productsUnchanged: 2, variantsUnchanged: 3, prices: 0, stockLines: 0 } });
    expect(await rowsOf()).toEqual(before);

    const germany = await imported(shopifyCsv(), 'DE');
    expect(germany.run?.counts).toMatchObject({ productsNew: 0, productsChanged: 2, variantsUnchanged: 3, prices: 3, stockLines: 0 });
    const backInBritain = await imported(shopifyCsv());
    expect(backInBritain.run?.counts).toMatchObject({ productsChanged: 0, productsUnchanged: 2 });
  });

  it('changes what the file changes: a price is said again, stock of known variants is not', async () => {
    await imported(shopifyCsv());
    const { id, run, names } = await imported(shopifyCsv({ jacketPrice: '95.00' }));
    expect(run?.counts).toMatchObject({ productsChanged: 1, productsUnchanged: 1, variantsNew: 0, prices: 2, stockLines: 0 });
    expect(names).toEqual(['catalog.import-started.v1', 'catalog.prices-imported.v1']);
    const { rows } = await test.pool.query("SELECT payload FROM outbox_event WHERE name = 'catalog.prices-imported.v1' AND key = $1", [id]);
    expect(rows[0].payload.prices).toMatchObject([{ amountMinor: 9500 }, { amountMinor: 9500 }]);
  });

  it('rejects a SKU that belongs to another product, imports the rest, and gives the rejected rows back', async () => {
    await imported(shopifyCsv());
    const { id, run } = await imported('Handle,Title,Variant SKU,Variant Price\npan,"Pan, big",MUG-1,20\nlid,Lid,LID-1,8\n');
    expect(run).toMatchObject({ status: 'done', counts: { productsNew: 1, productsRejected: 1, rowsRejected: 1 } });
    expect(run?.findings).toEqual([{ row: 2, column: 'Variant SKU', code: 'sku_of_another_product', value: 'MUG-1', severity: 'error', message: 'This SKU belongs to "Camp Mug" (camp-mug). Correct the SKU or the handle.' }]);
    expect((await rowsOf()).products.map(({ handle }) => handle)).toEqual(['camp-mug', 'fell-jacket', 'lid']);
    expect(await context.get(RejectedRowsQuery).run(id)).toEqual({
      fileName: 'products-rejected.csv',
      text: '\ufeffHandle,Title,Variant SKU,Variant Price,error\r\npan,"Pan, big",MUG-1,20,"Variant SKU: This SKU belongs to ""Camp Mug"" (camp-mug). Correct the SKU or the handle."\r\n',
    });
  });

  it('leaves nothing of an import that is cancelled in the middle', async () => {
    const id = await started(shopifyCsv());
    const repository = context.get(ImportRunRepository);
    const report = repository.reportProgress.bind(repository);
    jest.spyOn(repository, 'reportProgress').mockImplementation(async (runId, rows) => {
      expect(await context.get(CancelImportUseCase).run(id, actor)).toEqual({ ok: true, value: undefined });
      return report(runId, rows);
    });
    await context.get(RunImportUseCase).run(id);
    expect(await context.get(ImportsQuery).byId(id)).toMatchObject({ status: 'cancelled' });
    expect(await rowsOf()).toEqual({ products: [], variants: [], barcodes: [], events: [] });
    expect(await context.get(CancelImportUseCase).run(id, actor)).toMatchObject({ ok: false, refusal: { kind: 'import_already_ended' } });
  });

  it('cancels at once what no worker has begun; the job that comes later does nothing', async () => {
    const id = await started(shopifyCsv());
    expect(await context.get(CancelImportUseCase).run(id, actor)).toEqual({ ok: true, value: undefined });
    expect(await context.get(ImportsQuery).byId(id)).toMatchObject({ status: 'cancelled' });
    await runEvents(context, test.database);
    expect((await rowsOf()).products).toEqual([]);
  });

  it('leaves nothing when the worker dies in the middle; the retry imports all', async () => {
    const id = await started(shopifyCsv());
    const repository = context.get(CatalogueImportRepository);
    const write = repository.write.bind(repository);
    jest.spyOn(repository, 'write').mockImplementationOnce(async (...values) => {
      await write(...values);
      throw new Error('the worker died');
    });
    await expect(context.get(RunImportUseCase).run(id)).rejects.toThrow('the worker died');
    expect(await rowsOf()).toEqual({ products: [], variants: [], barcodes: [], events: [] });
    expect(await context.get(ImportsQuery).byId(id)).toMatchObject({ status: 'importing', rowsDone: 0, failure: 'the worker died' });

    await context.get(RunImportUseCase).run(id);
    expect(await context.get(ImportsQuery).byId(id)).toMatchObject({ status: 'done', failure: null, counts: { productsNew: 2 } });
    await context.get(RunImportUseCase).run(id);
    expect((await rowsOf()).products).toHaveLength(2);
  });

  it('lets two imports of one file run at once, one after the other: nothing is there twice', async () => {
    const ids = [await started(shopifyCsv()), await started(shopifyCsv())];
    await Promise.all(ids.map((id) => context.get(RunImportUseCase).run(id)));
    const runs = await Promise.all(ids.map((id) => context.get(ImportsQuery).byId(id)));
    expect(runs.map((run) => run?.status)).toEqual(['done', 'done']);
    expect(runs.map((run) => run?.counts?.productsNew).sort()).toEqual([0, 2]);
    const { products, variants } = await rowsOf();
    expect([products.length, variants.length]).toEqual([2, 3]);
  });

  it('starts only what was checked, and a second start is the same start', async () => {
    const uploaded = await context.get(UploadImportUseCase).run({ fileName: 'a.csv', content: Buffer.from(shopifyCsv()), marketCode: 'GB', actor });
    if (!uploaded.ok) throw new Error('not uploaded');
    expect(await context.get(StartImportUseCase).run(uploaded.value, actor)).toMatchObject({ ok: false, refusal: { kind: 'import_not_checked' } });
    expect(await context.get(ImportsQuery).byId(uploaded.value)).toMatchObject({ status: 'uploaded' });
    const id = await started(shopifyCsv());
    expect(await context.get(StartImportUseCase).run(id, actor)).toEqual({ ok: true, value: undefined });
    const { rows } = await test.pool.query("SELECT count(*) AS n FROM outbox_event WHERE name = 'catalog.import-started.v1' AND key = $1", [id]);
    expect(rows).toEqual([{ n: 1 }]);
  });
});
