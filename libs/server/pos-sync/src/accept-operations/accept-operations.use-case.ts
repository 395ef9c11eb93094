import { Inject, Injectable } from '@nestjs/common';
import { type OperationResult, TillOperation } from '@oneshelf/contracts';
import { type DeviceActor, LOGGER, Transactions, type Tx } from '@oneshelf/platform';
import type { Logger } from 'pino';
import * as z from 'zod';
import { AcceptSaleUseCase } from '../accept-sale/accept-sale.use-case';
import { DeviceOperationRepository } from '../device-operation.repository';
import { RunShiftUseCase } from '../run-shift/run-shift.use-case';

/** What every operation must have to be kept at all. */
const Envelope = z.object({ id: z.uuid(), epoch: z.int().positive(), sequence: z.int().positive(), kind: z.string().max(40), madeAt: z.iso.datetime(), payload: z.unknown() });
type Envelope = z.infer<typeof Envelope>;

@Injectable()
export class AcceptOperationsUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly operations: DeviceOperationRepository,
    private readonly acceptSale: AcceptSaleUseCase,
    private readonly runShift: RunShiftUseCase,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Applies what a till did, each operation once and by itself: a second delivery gets the first result, and one that
   * cannot be applied is kept with its payload and does not hold up the others. A lost database throws, so the till
   * sends everything again.
   */
  async run(device: DeviceActor, operations: unknown[]): Promise<OperationResult[]> {
    const results: OperationResult[] = [];
    for (const operation of operations) results.push(await this.accept(device, operation));
    return results;
  }

  private async accept(device: DeviceActor, raw: unknown): Promise<OperationResult> {
    const envelope = Envelope.safeParse(raw);
    if (!envelope.success) return refused(idOf(raw), 'unreadable_operation', `This operation cannot be read: ${z.prettifyError(envelope.error)}. Export it and give it to support.`);
    const parsed = TillOperation.safeParse(raw);
    if (!parsed.success) return this.keep(device, envelope.data, refused(envelope.data.id, 'invalid_operation', `The server cannot read this ${envelope.data.kind}: ${z.prettifyError(parsed.error)}. It is kept on the server; support can repair it.`));
    try {
      return await this.transactions.write((tx) => this.applyOnce(tx, device, parsed.data));
    } catch (error) {
      if (!isLasting(error)) throw error;
      this.logger.error({ err: error, operationId: parsed.data.id }, 'a till operation could not be applied');
      return this.keep(device, envelope.data, refused(parsed.data.id, 'could_not_apply', 'The server could not book this. It is kept on the server with all its data and stands on the page Stuck work.'));
    }
  }

  private async applyOnce(tx: Tx, device: DeviceActor, operation: TillOperation): Promise<OperationResult> {
    const row = { id: operation.id, deviceId: device.id, epoch: operation.epoch, sequence: operation.sequence, kind: operation.kind, payload: operation.payload, madeAt: operation.madeAt };
    if (!(await this.operations.claim(tx, row))) return this.operations.resultOf(tx, operation.id);
    const result = await this.apply(tx, device, operation);
    await this.operations.finish(tx, operation.id, result);
    return result;
  }

  private apply(tx: Tx, device: DeviceActor, operation: TillOperation): Promise<OperationResult> {
    switch (operation.kind) {
      case 'sale':
        return this.acceptSale.run(tx, device, operation);
      case 'open_shift':
        return this.runShift.open(tx, device, operation);
      case 'cash_movement':
        return this.runShift.moveCash(tx, device, operation);
      case 'close_shift':
        return this.runShift.close(tx, device, operation);
    }
  }

  private async keep(device: DeviceActor, { id, epoch, sequence, kind, payload, madeAt }: Envelope, result: OperationResult): Promise<OperationResult> {
    await this.operations.keepRefused({ id, deviceId: device.id, epoch, sequence, kind, payload, madeAt, result });
    return result;
  }
}

const refused = (id: string, code: string, message: string): OperationResult => ({ id, outcome: 'refused', code, message, report: null });

const idOf = (raw: unknown): string => {
  const id = (raw as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id.slice(0, 64) : '';
};

/**
 * True for an error that the same operation would meet again: a bug of ours, or data that the database refuses
 * (SQLSTATE classes 22 and 23). A connection that broke is not: the till's next try may succeed.
 */
const isLasting = (error: unknown): boolean => {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return (typeof code === 'string' && /^2[23]/.test(code)) || name === 'InvariantError' || name === 'ZodError' || name === 'TypeError' || name === 'NoResultError';
};
