import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '@oneshelf/platform';
import { createApp, describeApi } from './create-app';

type Route = { parameters?: { name?: string; in: string }[]; requestBody?: object; responses: Record<string, { content?: object }> };
const root = path.resolve(__dirname, '../../..');
const schemaPath = 'libs/api-client/src/generated/schema.d.ts';
/** Answers that are not JSON, or that only another company reads. */
const WITHOUT_ANSWER = ['/api/stock/levels.csv', '/api/stock/lots/{lotId}/trace.csv', '/api/pos/changes', '/api/payments/stripe/webhook', '/api/imports/{id}/errors.csv', '/api/reports/day.csv', '/api/stock/valuation.csv', '/api/markets/{market}/price-parity.csv', '/api/promotions/coupon-batches/{id}/codes.csv'];

let app: NestFastifyApplication;
let document: ReturnType<typeof describeApi>;

beforeAll(async () => {
  app = await createApp(loadConfig({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none', LOG_LEVEL: 'silent' }));
  await app.init();
  document = describeApi(app);
});
afterAll(() => app.close());

describe('what the API says of itself', () => {
  it('is what the typed client was made from', () => {
    const known = readFileSync(path.join(root, schemaPath), 'utf8');
    // As a program of its own, since Jest cannot load it; the same as the target `generate` of the lib.
    const current = execFileSync(process.execPath, ['node_modules/openapi-typescript/bin/cli.js', '--default-non-nullable', 'false'], { cwd: root, input: JSON.stringify(document), encoding: 'utf8' });
    // Not a comparison by Jest: of two files of this length it would show pages, and not what to do.
    expect(current === known ? 'same' : `${schemaPath} is not what the API says of itself any more: run npm run api-client`).toBe('same');
  }, 60_000);

  it('names every parameter, and an answer for every yes with a body', () => {
    const routes = Object.entries(document.paths).flatMap(([address, methods]) => Object.entries(methods as Record<string, Route>).map(([method, route]) => ({ name: `${method} ${address}`, address, route })));
    expect(routes.filter(({ route }) => route.parameters?.some(({ name }) => name === undefined)).map(({ name }) => name)).toEqual([]);
    const isSilent = ({ responses }: Route): boolean => !Object.entries(responses).some(([status, { content }]) => ['202', '204'].includes(status) || content !== undefined);
    expect(routes.filter(({ address, route }) => !WITHOUT_ANSWER.includes(address) && isSilent(route)).map(({ name }) => name)).toEqual([]);
  });
});
