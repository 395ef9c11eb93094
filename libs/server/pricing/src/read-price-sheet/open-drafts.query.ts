import { Injectable } from '@nestjs/common';
import { PrismaReads } from '@oneshelf/platform';

@Injectable()
export class OpenDraftsQuery {
  constructor(private readonly prisma: PrismaReads) {}

  /** The numbers of versions by their ids. */
  async numbers(versionIds: string[]): Promise<Map<string, number>> {
    if (versionIds.length === 0) return new Map();
    const versions = await this.prisma.price_book_version.findMany({ where: { id: { in: versionIds } }, select: { id: true, number: true } });
    return new Map(versions.map(({ id, number }) => [id, number]));
  }
}
