import { Injectable } from '@nestjs/common';
import type { ProductList, ProductListItem, ProductListQuery } from '@oneshelf/contracts';
import { PrismaReads } from '@oneshelf/platform';
import { decodeCursor, encodeCursor } from './cursor';

/** The back-office's list of products, every status, by title. */
@Injectable()
export class ListProductsQuery {
  constructor(private readonly prisma: PrismaReads) {}

  async run({ q, department, cursor, limit }: ProductListQuery): Promise<ProductList> {
    const after = decodeCursor(cursor);
    const found = {
      ...(department ? { department } : {}),
      ...(q ? { OR: [{ title: { contains: q, mode: 'insensitive' as const } }, { variants: { some: { sku: { contains: q, mode: 'insensitive' as const } } } }, { variants: { some: { barcodes: { some: { code: q } } } } }] } : {}),
    };
    const beyond = after ? { AND: [found, { OR: [{ title: { gt: after.title } }, { title: after.title, id: { gt: after.id } }] }] } : found;
    const [rows, total, totalAll, departments] = await Promise.all([
      this.prisma.product.findMany({
        where: beyond, orderBy: [{ title: 'asc' }, { id: 'asc' }], take: limit + 1,
        include: { variants: { select: { sku: true }, orderBy: { position: 'asc' }, take: 1 }, _count: { select: { variants: true } } },
      }),
      this.prisma.product.count({ where: found }),
      this.prisma.product.count(),
      this.prisma.product.groupBy({ by: ['department'], orderBy: { department: 'asc' } }),
    ]);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      products: shown.map((row) => ({
        id: row.id, handle: row.handle, title: row.title, brand: row.brand, department: row.department, category: row.category, status: row.status as ProductListItem['status'],
        imageUrl: row.image_url, variantCount: row._count.variants, firstSku: row.variants[0]?.sku ?? '',
      })),
      nextCursor: rows.length > limit && last ? encodeCursor(last) : null,
      total, totalAll, departments: departments.map((row) => row.department).filter((name) => name !== ''),
    };
  }
}
