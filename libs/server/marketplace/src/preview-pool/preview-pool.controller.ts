import { Body, Controller, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ChannelPoolPreview, PreviewChannelPool } from '@oneshelf/contracts';
import { Staff } from '@oneshelf/platform';
import * as z from 'zod';
import { PreviewPoolQuery } from './preview-pool.query';

@ApiTags('organisation')
@Controller('channel-pools')
export class PreviewPoolController {
  constructor(private readonly preview: PreviewPoolQuery) {}

  /** What the channel sees now and what it would see. Changes nothing. */
  @Post(':code/preview')
  @Staff()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: ChannelPoolPreview })
  @SerializeOptions({ schema: ChannelPoolPreview })
  run(@Param('code', { schema: z.string().max(50) }) code: string, @Body({ schema: PreviewChannelPool }) body: PreviewChannelPool): Promise<ChannelPoolPreview> {
    return this.preview.run(code, body);
  }
}
