import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Database, DATABASE, metrics, Public } from '@oneshelf/platform';
import type { FastifyReply } from 'fastify';
import { sql } from 'kysely';

@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** 200 when this process can answer with data, 503 when the database cannot be reached. */
  @Get('health')
  @Public()
  async health(@Res({ passthrough: true }) reply: FastifyReply) {
    const database = await sql`SELECT 1`.execute(this.database).then(() => 'ok', () => 'unreachable');
    void reply.status(database === 'ok' ? 200 : 503);
    return { status: database === 'ok' ? 'ok' : 'failing', database };
  }

  /** Prometheus' text format. The proxy in front must not publish it. */
  @Get('metrics')
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return metrics.metrics();
  }
}
