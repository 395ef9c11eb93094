import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { AuditListQuerySchema, AuditListSchema, type AuditList, type AuditListQuery } from '@oneshelf/contracts';
import { AuditQuery, Staff } from '@oneshelf/platform';

@ApiTags('operations')
@Controller('audit')
export class AuditController {
  constructor(private readonly audit: AuditQuery) {}

  /** Who changed what, newest first, with before and after. */
  @Get()
  @Staff('operations', 'finance')
  @ApiResponse({ status: 200, standardSchema: AuditListSchema })
  @SerializeOptions({ schema: AuditListSchema })
  list(@Query({ schema: AuditListQuerySchema }) query: AuditListQuery): Promise<AuditList> {
    return this.audit.run(query);
  }
}
