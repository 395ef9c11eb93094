import type { TillBootstrap } from '@oneshelf/contracts';
import { readMeta, writeMeta, type Counters, type TillDatabase } from './database';

/**
 * Keeps what the server says about this till. Counters only ever grow: the till is ahead of the server while sales wait,
 * and behind it after a new enrolment.
 */
export async function applyBootstrap(database: TillDatabase, bootstrap: TillBootstrap): Promise<void> {
  await database.transaction('rw', database.meta, async () => {
    await writeMeta(database, 'bootstrap', bootstrap);
    await writeMeta(database, 'counters', mergeCounters(await readMeta(database, 'counters'), bootstrap.device));
    const { openShift } = bootstrap;
    if (openShift && !(await readMeta(database, 'shift'))) await writeMeta(database, 'shift', { ...openShift, closeOperationId: null });
  });
}

function mergeCounters(local: Counters | null, server: TillBootstrap['device']): Counters {
  const isLocalAhead = local !== null && local.receiptNumber >= server.lastReceiptNumber && local.receiptNumber > 0;
  return {
    epoch: server.epoch,
    // Sequences are counted per enrolment.
    sequence: local?.epoch === server.epoch ? Math.max(local.sequence, server.lastSequence) : server.lastSequence,
    receiptNumber: isLocalAhead ? local.receiptNumber : server.lastReceiptNumber,
    receiptHash: isLocalAhead ? local.receiptHash : server.lastReceiptHash,
  };
}
