import { Injectable } from '@nestjs/common';
import { type MadeCouponBatch, type MakeCouponBatch, PromotionDefinition } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { normaliseCoupon } from '@oneshelf/domain-promotions';
import { recordAudit, type StaffActor, Transactions, type Tx } from '@oneshelf/platform';
import { CouponBatchRepository, type NewCouponBatch } from './coupon-batch.repository';
import { newCouponCode } from './new-coupon-code';
import { type CodeFileError, type FileCode, readCodeFile } from './read-code-file';

export type CouponBatchRefusal =
  | { kind: 'unknown_promotion'; message: string }
  | { kind: 'not_single_use'; message: string }
  | { kind: 'batch_exists'; message: string }
  | { kind: 'invalid_codes'; message: string; total: number; errors: CodeFileError[] };

type Made = Result<MadeCouponBatch, CouponBatchRefusal>;

/** Errors that an answer names; the others are counted. */
const NAMED_ERRORS = 200;

/** Single-use codes for a promotion: made here, or sent in as a file. A batch is written whole or not at all; its id is the sender's, so sending again makes nothing more. */
@Injectable()
export class MakeCouponBatchUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly batches: CouponBatchRepository,
  ) {}

  make(actor: StaffActor, promotionId: string, { id, count, prefix }: MakeCouponBatch): Promise<Made> {
    const batch = { id, promotionId, prefix: prefix.toUpperCase(), origin: 'made' as const, size: count, madeBy: actor.name };
    return this.write(actor, batch, async (tx) => {
      let missing = count;
      // A code that is there already is made again: with 28¹² of them that is a matter of once in a lifetime.
      while (missing > 0) {
        const codes = new Map(Array.from({ length: missing }, () => newCouponCode(prefix)).map((shown) => [normaliseCoupon(shown), shown]));
        missing -= await this.batches.addCodes(tx, batch, [...codes].map(([code, shown]) => ({ code, shown })));
      }
      return ok(undefined);
    });
  }

  sendIn(actor: StaffActor, promotionId: string, { id, content }: { id: string; content: Buffer }): Promise<Made> {
    const { codes, errors } = readCodeFile(content);
    if (errors.length > 0) return Promise.resolve(invalid(errors));
    return this.write(actor, { id, promotionId, prefix: '', origin: 'sent_in', size: codes.length, madeBy: actor.name }, async (tx) => {
      if ((await this.batches.addCodes(tx, { id, promotionId }, codes)) === codes.length) return ok(undefined);
      const others = await this.batches.inOtherBatches(tx, id, codes.map(({ code }) => code));
      return invalid(codes.filter(({ code }) => others.has(code)).map(taken));
    });
  }

  private write(actor: StaffActor, batch: NewCouponBatch, addCodes: (tx: Tx) => Promise<Result<void, CouponBatchRefusal>>): Promise<Made> {
    return this.transactions.run<MadeCouponBatch, CouponBatchRefusal>(async (tx) => {
      const known = await this.batches.find(tx, batch.id);
      if (known) return known.promotionId === batch.promotionId ? ok({ id: known.id, size: known.size }) : refuse({ kind: 'batch_exists', message: 'This batch belongs to another promotion. Nothing was made.' });
      const promotion = await this.batches.openPromotion(tx, batch.promotionId);
      if (!promotion) return refuse({ kind: 'unknown_promotion', message: 'This promotion has ended or is not there. No codes were made.' });
      if (PromotionDefinition.parse(promotion.definition).coupon?.codes.length !== 0) return refuse({ kind: 'not_single_use', message: 'This promotion does not take single-use codes. No codes were made.' });
      await this.batches.insert(tx, batch);
      const added = await addCodes(tx);
      if (!added.ok) return added;
      await recordAudit(tx, { actor, action: 'make', subject: 'coupon_batch', subjectId: batch.id, after: { promotionId: batch.promotionId, prefix: batch.prefix, origin: batch.origin, size: batch.size } });
      return ok({ id: batch.id, size: batch.size });
    });
  }
}

const taken = ({ row, column }: FileCode): CodeFileError => ({ row, column, code: 'taken', message: 'This code is a single-use code already.' });

const invalid = (errors: CodeFileError[]): Result<never, CouponBatchRefusal> =>
  refuse({ kind: 'invalid_codes', message: `${errors.length} of the rows cannot be taken. No codes were stored.`, total: errors.length, errors: errors.slice(0, NAMED_ERRORS) });
