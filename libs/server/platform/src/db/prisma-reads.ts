import { PrismaClient } from '@oneshelf/prisma';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import { CONFIG, type Config } from '../config/config';

/** Reads for screens (`.query.ts`). Nothing writes through it. Its bigints are turned into numbers by the query. */
@Injectable()
export class PrismaReads extends PrismaClient implements OnModuleDestroy {
  constructor(@Inject(CONFIG) config: Config) {
    super({ adapter: new PrismaPg({ connectionString: config.DATABASE_URL, max: 5 }) });
  }

  async onModuleDestroy() {
    await this.$disconnect();
  }
}
