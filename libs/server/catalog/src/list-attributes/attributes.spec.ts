import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AttributeValueList, ProductAttributeList, ProductDetail } from '@oneshelf/contracts';
import { newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { CatalogHttpModule } from '../catalog-http.module';

let test: TestDatabase;
let app: NestFastifyApplication;
const product = newId();

beforeAll(async () => {
  test = await createTestDatabase();
  app = await createTestApp(test, { imports: [CatalogHttpModule], actor: () => ({ kind: 'staff', id: newId(), name: 'Ines', email: 'i@x.example', locale: 'en', grants: [{ role: 'merchandiser', locationId: null }] }) });
  const sock = newId();
  await test.database.insertInto('product').values([
    { id: product, handle: 'tent', title: 'Tent', brand: 'Fell', option_names: ['Size'], attributes: JSON.stringify({ tags: ['summer', 'camp'], poles: 3 }) },
    { id: sock, handle: 'sock', title: 'Sock', brand: 'Ridge', option_names: [], attributes: JSON.stringify({ tags: ['summer'] }) },
  ]).execute();
  await test.database.insertInto('variant').values([
    { id: newId(), product_id: product, sku: 'TENT-2', option_values: ['Two'], contents_milli: 250_000, contents_unit: 'g' }, { id: newId(), product_id: product, sku: 'TENT-4', option_values: ['Four'], position: 1 }, { id: newId(), product_id: sock, sku: 'SOCK', option_values: [] },
  ]).execute();
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

const get = async <Body>(path: string): Promise<Body> => (await app.inject({ method: 'GET', url: `/api/${path}`, headers: signedIn })).json<Body>();

it('names the attributes that there are, and their values by how many variants have them', async () => {
  expect(await get<ProductAttributeList>('product-attributes')).toEqual({ names: ['Size', 'brand', 'poles', 'tags'] });
  expect(await get<AttributeValueList>('product-attributes/values?name=tags')).toEqual({ values: [{ value: 'summer', variants: 3 }, { value: 'camp', variants: 2 }], total: 2 });
  expect(await get<AttributeValueList>('product-attributes/values?name=brand&q=RID')).toEqual({ values: [{ value: 'Ridge', variants: 1 }], total: 1 });
  expect(await get<AttributeValueList>('product-attributes/values?name=poles')).toEqual({ values: [], total: 0 });
  expect(await get<object>('product-attributes/values?name=')).toMatchObject({ status: 400 });
});

it('stand on the page of the product, with what is in each variant', async () => {
  expect(await get<ProductDetail>(`products/${product}`)).toMatchObject({ attributes: [{ name: 'tags', values: ['summer', 'camp'] }], variants: [{ sku: 'TENT-2', contents: { quantityMilli: 250_000, unit: 'g' } }, { sku: 'TENT-4', contents: null }] });
});
