import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type StorefrontActor, takeHit } from '@oneshelf/platform';

/** Reads of one address with one key in a minute: a page needs a handful, a person turns few pages; a scraper needs many. */
const READS = { limit: 600, windowSeconds: 60 };

/** Keeps one visitor's reads from crowding out all others. Placing an order has its own, lower limit. */
@Injectable()
export class StorefrontReadsGuard implements CanActivate {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { actor, ip } = context.switchToHttp().getRequest<{ actor: StorefrontActor; ip: string }>();
    await takeHit(this.database, { key: `storefront:${actor.id}:${ip}`, ...READS });
    return true;
  }
}
