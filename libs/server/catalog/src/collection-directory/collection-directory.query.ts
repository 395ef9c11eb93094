import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';

export interface CollectionFacts {
  id: string;
  handle: string;
  title: string;
}

/** The collections and what is in them. */
@Injectable()
export class CollectionDirectory {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  all(): Promise<CollectionFacts[]> {
    return this.database.selectFrom('collection').select(['id', 'handle', 'title']).orderBy('title').execute();
  }

  /** Collection ids by product id; a product in none is not in the answer. */
  async membership(): Promise<Map<string, string[]>> {
    const rows = await this.database.selectFrom('collection_product').select(['collection_id', 'product_id']).orderBy('collection_id').execute();
    const byProduct = new Map<string, string[]>();
    for (const { collection_id: collectionId, product_id: productId } of rows) {
      const known = byProduct.get(productId);
      if (known) known.push(collectionId);
      else byProduct.set(productId, [collectionId]);
    }
    return byProduct;
  }
}
