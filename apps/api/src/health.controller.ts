import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Health } from '@oneshelf/contracts';
import { type Database, DATABASE, metrics, Public } from '@oneshelf/platform';
import type { FastifyReply } from 'fastify';
import { sql } from 'kysely';

@ApiTags('operations')
@Controller()
export class HealthController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** 200 when this process can answer with data, 503 when the database cannot be reached. */
  @Get('health')
  @Public()
  @ApiResponse({ status: 200, standardSchema: Health })
  @ApiResponse({ status: 503, standardSchema: Health })
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const database = await sql`SELECT 1`.execute(this.database).then(() => 'ok' as const, () => 'unreachable' as const);
    void reply.status(database === 'ok' ? 200 : 503);
    return { status: database === 'ok' ? 'ok' : 'failing', database };
  }

  /** Prometheus' text format. The proxy in front must not publish it. */
  @Get('metrics')
  @Public()
  @ApiExcludeEndpoint()
  @Header('content-type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return metrics.metrics();
  }
}
