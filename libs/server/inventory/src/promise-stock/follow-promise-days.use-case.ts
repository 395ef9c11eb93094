import { Inject, Injectable } from '@nestjs/common';
import { PromiseMoved } from '@oneshelf/contracts';
import { promiseDays } from '@oneshelf/domain-inventory';
import { type Database, DATABASE, publish, Transactions } from '@oneshelf/platform';
import { PromiseStockUseCase } from './promise-stock.use-case';
import { type OpenPromise, PromiseRepository } from './promise.repository';

const VARIANTS_AT_ONCE = 200;

interface Moved {
  promise: OpenPromise;
  expectedOn: string;
}

/** A delivery was put off or brought forward: the promises that hang on it get their new day, and their shoppers hear of it. */
@Injectable()
export class FollowPromiseDaysUseCase {
  constructor(
    private readonly promises: PromiseRepository,
    private readonly promising: PromiseStockUseCase,
    private readonly transactions: Transactions,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** For the worker's schedule. Answers how many promises have another day. */
  async run(): Promise<number> {
    let count = 0;
    for (let after: string | null = null; ; ) {
      const variantIds: string[] = await this.promises.promisedVariants(this.database, after, VARIANTS_AT_ONCE);
      count += await this.follow(variantIds);
      if (variantIds.length < VARIANTS_AT_ONCE) return count;
      after = variantIds.at(-1) ?? null;
    }
  }

  private async follow(variantIds: string[]): Promise<number> {
    if (variantIds.length === 0) return 0;
    const [open, expected] = await Promise.all([this.promises.open(this.database, variantIds), this.promises.expected(this.database, variantIds)]);
    const waiting = await this.promising.toKeep(open);
    const moved = variantIds.flatMap((variantId) => {
      const own = waiting.filter((promise) => promise.variantId === variantId);
      const days = promiseDays(own, { free: new Map(), expected: expected.filter((goods) => goods.variantId === variantId) });
      return own.flatMap((promise, index) => {
        const day = days[index];
        // A day that nobody can name any more is no news that helps: the list of promises shows it to the retailer.
        return day && isNews(promise, day) ? [{ promise, expectedOn: day }] : [];
      });
    });
    for (const orderId of new Set(moved.map(({ promise }) => promise.orderId))) await this.tell(orderId, moved.filter(({ promise }) => promise.orderId === orderId));
    return moved.length;
  }

  private async tell(orderId: string, moved: Moved[]): Promise<void> {
    await this.transactions.write(async (tx) => {
      const told = await this.promises.move(tx, moved.map(({ promise, expectedOn }) => ({ id: promise.id, expectedOn })));
      const lines = moved.filter(({ promise }) => told.has(promise.id)).map(({ promise, expectedOn }) => ({ orderLineId: promise.orderLineId, quantityMilli: promise.quantityMilli, toldOn: promise.expectedOn, expectedOn }));
      if (lines.length > 0) await publish(tx, { type: PromiseMoved, key: orderId, payload: { orderId, lines } });
    });
  }
}

/** Earlier than a day of release that was told is none: it was chosen, not expected. */
const isNews = ({ kind, expectedOn }: OpenPromise, day: string): boolean => day !== expectedOn && !(kind === 'preorder' && expectedOn !== null && day < expectedOn);
