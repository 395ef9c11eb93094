import { Controller, Get, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ListMailRequest, MailDetail, MailList } from '@oneshelf/contracts';
import { Problem, Staff } from '@oneshelf/platform';
import * as z from 'zod';
import { ListMailQuery } from './list-mail.query';

@ApiTags('messages')
@Controller('messages')
export class MailController {
  constructor(private readonly mail: ListMailQuery) {}

  @Get()
  @Staff('operations', 'store_manager')
  @ApiResponse({ status: 200, standardSchema: MailList })
  @SerializeOptions({ schema: MailList })
  list(@Query({ schema: ListMailRequest }) query: z.infer<typeof ListMailRequest>): Promise<MailList> {
    return this.mail.run(query);
  }

  @Get(':id')
  @Staff('operations', 'store_manager')
  @ApiResponse({ status: 200, standardSchema: MailDetail })
  @SerializeOptions({ schema: MailDetail })
  async detail(@Param('id', { schema: z.uuid() }) id: string): Promise<MailDetail> {
    const mail = await this.mail.detail(id);
    if (!mail) throw new Problem(404, 'unknown_mail', 'There is no such mail.');
    return mail;
  }
}
