import { Controller, Headers, HttpCode, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public, valueOf } from '@oneshelf/platform';
import type { FastifyRequest } from 'fastify';
import { type HintRefusal, TakeHintUseCase } from './take-hint.use-case';

const STATUSES = { bad_signature: 400 } satisfies Record<HintRefusal['kind'], number>;

@Public()
@ApiTags('payments')
@Controller('payments/stripe/webhook')
export class StripeWebhookController {
  constructor(private readonly takeHint: TakeHintUseCase) {}

  @Post()
  @HttpCode(200)
  async receive(@Req() request: RawBodyRequest<FastifyRequest>, @Headers('stripe-signature') signature: string | undefined): Promise<{ received: true }> {
    valueOf(await this.takeHint.run(request.rawBody ?? Buffer.alloc(0), signature ?? ''), STATUSES);
    return { received: true };
  }
}
