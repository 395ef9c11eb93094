import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { createApp, describeApi } from './create-app';

const PUBLIC = ['/api/health', '/api/payments/stripe/webhook', '/api/marketplace/amazon/notifications', '/api/auth/sign-in', '/api/devices/enrol', '/api/receipts/{token}'];

let test: TestDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  test = await createTestDatabase();
  app = await createApp(test.config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

describe('the API', () => {
  it('answers nobody who is not signed in, enrolled or keyed, on any route but the public ones', async () => {
    const routes = Object.entries(describeApi(app).paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ method: method.toUpperCase() as 'GET' | 'POST', path })));
    expect(routes.length).toBeGreaterThan(70);
    const open: string[] = [];
    for (const { method, path } of routes.filter((route) => !PUBLIC.includes(route.path))) {
      const answer = await app.inject({ method, url: path.replace(/\{\w+\}/g, '019b76da-a800-732e-b405-3a014d31c0ec'), ...(method === 'GET' ? {} : { payload: {} }) });
      if (answer.statusCode !== 401) open.push(`${method} ${path} → ${answer.statusCode}`);
    }
    expect(open).toEqual([]);
  });

  it('says whether it can work', async () => {
    expect((await app.inject({ url: '/api/health' })).json()).toEqual({ status: 'ok', database: 'ok' });
    expect((await app.inject({ url: '/api/metrics' })).body).toContain('oneshelf_http_request_seconds');
  });
});
