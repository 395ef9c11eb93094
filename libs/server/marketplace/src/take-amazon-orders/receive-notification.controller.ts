import { createHash, timingSafeEqual } from 'node:crypto';
import { Body, Controller, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AmazonNotification } from '@oneshelf/contracts';
import { CONFIG, type Config, Problem, Public } from '@oneshelf/platform';
import { ReceiveNotificationUseCase } from './receive-notification.use-case';

/** Where Amazon's notifications are posted to, with the shared secret in the address. */
@ApiExcludeController()
@Controller('marketplace/amazon/notifications')
export class ReceiveNotificationController {
  constructor(
    private readonly receive: ReceiveNotificationUseCase,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @Public()
  @HttpCode(204)
  async take(@Query('secret') secret: string | undefined, @Body({ schema: AmazonNotification }) body: AmazonNotification): Promise<void> {
    if (!isSame(secret ?? '', this.config.AMAZON_NOTIFICATION_SECRET)) throw new Problem(401, 'wrong_secret', 'The address of this notification has no valid secret. Nothing was taken.');
    await this.receive.run(body);
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest();
const isSame = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));
