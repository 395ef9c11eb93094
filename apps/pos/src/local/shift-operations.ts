import { readMeta, writeMeta, type LocalShift, type TillDatabase } from './database';
import { newId } from './new-id';
import { appendOperation, waitingOperations } from './outbox';

interface Act { staff: { id: string; name: string }; at: string }

/** Opens a shift with the cash that is in the drawer. The till's own: it works offline. */
export async function openShift(database: TillDatabase, { staff, at }: Act, float: { floatMinor: number; currency: string }): Promise<LocalShift> {
  return database.transaction('rw', [database.outbox, database.meta], async () => {
    const open = await readMeta(database, 'shift');
    if (open) return open;
    const shift: LocalShift = { id: newId(), openedAt: at, openedByName: staff.name, floatMinor: float.floatMinor, closeOperationId: null };
    await writeMeta(database, 'shift', shift);
    await appendOperation(database, {
      id: newId(), kind: 'open_shift', madeAt: at, staffName: staff.name, amountMinor: float.floatMinor, reference: null,
      payload: { shiftId: shift.id, staffId: staff.id, staffName: staff.name, ...float, openedAt: at },
    });
    return shift;
  });
}

/** Cash put in (positive) or taken out (negative), with the reason. */
export async function moveCash(database: TillDatabase, { staff, at }: Act, movement: { shiftId: string; amountMinor: number; reason: string }): Promise<void> {
  await database.transaction('rw', [database.outbox, database.meta], async () => {
    await appendOperation(database, {
      id: newId(), kind: 'cash_movement', madeAt: at, staffName: staff.name, amountMinor: movement.amountMinor, reference: movement.reason,
      payload: { movementId: newId(), staffId: staff.id, staffName: staff.name, ...movement, madeAt: at },
    });
  });
}

export type CloseOutcome = 'closing' | 'unsent' | 'no_shift';

/** Closes with the counted cash. Not while anything waits: the server's expected cash would lack it. Asking twice closes once. */
export async function closeShift(database: TillDatabase, { staff, at }: Act, countedMinor: number): Promise<CloseOutcome> {
  return database.transaction('rw', [database.outbox, database.meta], async () => {
    const shift = await readMeta(database, 'shift');
    if (!shift) return 'no_shift';
    if (shift.closeOperationId !== null) return 'closing';
    if ((await waitingOperations(database)).length > 0) return 'unsent';
    const id = newId();
    await appendOperation(database, {
      id, kind: 'close_shift', madeAt: at, staffName: staff.name, amountMinor: countedMinor, reference: null,
      payload: { shiftId: shift.id, staffId: staff.id, staffName: staff.name, countedMinor, closedAt: at },
    });
    await writeMeta(database, 'shift', { ...shift, closeOperationId: id });
    return 'closing';
  });
}
