import { readMeta, type TillDatabase } from './database';
import { waitingOperations } from './outbox';

/** The register that this till must stay: sales or an open shift of it are kept here. Null when it may become any. */
export async function registerAtHand(database: TillDatabase): Promise<string | null> {
  const [bootstrap, shift, waiting] = await Promise.all([readMeta(database, 'bootstrap'), readMeta(database, 'shift'), waitingOperations(database)]);
  return bootstrap !== null && (shift !== null || waiting.length > 0) ? bootstrap.register.id : null;
}

/** Another register counts its own receipts. What was sold and what was refused stay here to be seen. */
export async function leaveRegister(database: TillDatabase, next: string): Promise<void> {
  const bootstrap = await readMeta(database, 'bootstrap');
  if (bootstrap !== null && bootstrap.register.id !== next) await database.meta.bulkDelete(['counters', 'shift', 'lastReport', 'draft']);
}
