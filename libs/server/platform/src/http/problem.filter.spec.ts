import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { Public } from '../auth/access';
import { createTestApp, createTestDatabase, type TestDatabase } from '../testing';

let test: TestDatabase;

@Public()
@Controller('outages')
class OutagesController {
  /** Nobody listens at the database's address. */
  @Get('refused')
  refused() {
    return new pg.Client({ host: '127.0.0.1', port: 1 }).connect();
  }

  /** The database goes while a transaction is open. */
  @Get('lost')
  lost() {
    return test.transactions.write(async (tx) => {
      const { pid } = await tx.selectNoFrom((eb) => eb.fn<number>('pg_backend_pid').as('pid')).executeTakeFirstOrThrow();
      await test.pool.query('SELECT pg_terminate_backend($1)', [pid]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await tx.selectNoFrom((eb) => eb.lit(1).as('one')).execute();
    });
  }

  @Get('bug')
  bug() {
    return Promise.reject(new Error('a bug of ours'));
  }
}

@Module({ controllers: [OutagesController] })
class OutagesModule {}

describe('a request that meets an outage', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    test = await createTestDatabase();
    app = await createTestApp(test, { imports: [OutagesModule], actor: () => null });
  });
  afterAll(async () => {
    await app.close();
    await test.drop();
  });
  const get = async (route: string) => {
    const { statusCode, body } = await app.inject({ url: `/api/outages/${route}` });
    return { status: statusCode, code: (JSON.parse(body) as { code: string }).code };
  };

  it.each(['refused', 'lost'])('is told to ask again when the database was %s, not that we made a mistake', async (route) => {
    expect(await get(route)).toEqual({ status: 503, code: 'unavailable' });
  });

  it('is told of a bug as of a bug', async () => {
    expect(await get('bug')).toEqual({ status: 500, code: 'unexpected' });
  });
});
