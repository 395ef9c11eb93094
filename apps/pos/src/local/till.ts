import { backoffMs } from './backoff';
import { commitSale, type PaidSale } from './commit-sale';
import { sendCountScans, takeCounts } from './count-scans';
import { readMeta, writeMeta, type Settings, type StoredSale } from './database';
import { followTurns } from './follow-turns';
import { followChanges, takeAll, takeStock, tryConnectionNow } from './keep-in-step';
import { loadStock, loadTill, watchTill } from './load-till';
import { pruneOld } from './prune';
import { queueReceiptMail, sendReceiptMails } from './receipt-mails';
import { leaveRegister, registerAtHand } from './register-at-hand';
import { api, clock, connection, database, setToken } from './runtime';
import { closeShift, moveCash, openShift, type CloseOutcome } from './shift-operations';
import { createSyncLoop } from './sync-loop';
import { tillState } from './till-state';
import { becomeWriter } from './writer-lock';

const later = (run: () => void, delayMs: number): (() => void) => { const timer = setTimeout(run, delayMs); return () => clearTimeout(timer); };

const loop = createSyncLoop({
  database, later, chance: Math.random,
  send: (operations) => api.post('/api/pos/operations', { body: { operations }, timeoutMs: 20_000 }),
  onAnswer: ({ serverTime }) => void writeMeta(database, 'clockOffsetMs', clock.hear(serverTime)),
});

let mailFailures = 0;
let cancelMails = (): void => undefined;

/** Sends what waits, now: operations first, then the mails of their sales. */
export async function sendNow(): Promise<void> {
  if (tillState.getState().role !== 'writer') return;
  const before = tillState.getState().waiting;
  await loop.kick();
  cancelMails();
  const isAgain = await sendReceiptMails(api, database);
  mailFailures = isAgain ? mailFailures + 1 : 0;
  if (isAgain) cancelMails = later(() => void sendNow(), backoffMs(mailFailures, Math.random()));
  await sendScans();
  if (before > 0 && connection.getState().state === 'connected') await takeStock().catch(() => undefined);
}

let cancelScans = (): void => undefined;
let scanFailures = 0;
let sendingScans: Promise<void> | null = null;
let areScansAskedAgain = false;

/** Sends the scans of counts that wait, then asks what everybody has found. One round at a time; what fails is tried again later. */
export function sendScans(): Promise<void> {
  cancelScans();
  if (sendingScans) {
    areScansAskedAgain = true;
    return sendingScans;
  }
  sendingScans = scanRounds().finally(() => { sendingScans = null; });
  return sendingScans;
}

async function scanRounds(): Promise<void> {
  do {
    areScansAskedAgain = false;
    const hasFailed = await sendCountScans(api, database).then((isAgain) => (isAgain ? true : takeCounts(api, database).then(() => false)), () => true).catch(() => true);
    scanFailures = hasFailed ? scanFailures + 1 : 0;
  } while (areScansAskedAgain && scanFailures === 0);
  if (scanFailures > 0) cancelScans = later(() => void sendScans(), backoffMs(scanFailures, Math.random()));
}

/** Opens the till from what it keeps; then connects, in the background. */
export async function startTill(): Promise<void> {
  connection.subscribe((now, before) => { if (now.state !== before.state) void keepOfflineSince(now.offlineSince); });
  const offlineSince = await readMeta(database, 'offlineSince');
  if (offlineSince !== null) connection.setState({ offlineSince });
  await loadTill();
  watchTill();
  followTurns();
  becomeWriter(() => {
    tillState.setState({ role: 'writer' });
    if (tillState.getState().isEnrolled) connect();
  });
  addEventListener('online', tryConnectionNow);
  addEventListener('offline', tryConnectionNow);
  void navigator.storage?.persist?.().then((isStorageSafe) => tillState.setState({ isStorageSafe }));
  void pruneOld(database, clock.now());
}

let isConnecting = false;
function connect(): void {
  if (isConnecting) return;
  isConnecting = true;
  void followChanges(() => void sendNow());
}

const keepOfflineSince = (offlineSince: string | null): Promise<void> => (offlineSince === null ? database.meta.delete('offlineSince') : writeMeta(database, 'offlineSince', offlineSince));

/** Makes this device the till of a register, at first or after it was revoked. The code works once; the token stays here, and what was kept is sent with it. */
export async function enrolTill(code: string): Promise<void> {
  const { deviceId, token, epoch, register } = await api.post('/api/devices/enrol', { body: { code, registerId: (await registerAtHand(database)) ?? undefined } });
  await leaveRegister(database, register.id);
  setToken(token);
  await writeMeta(database, 'device', { deviceId, token, epoch });
  connection.setState({ isRevoked: false });
  await finishEnrolment();
}

/** What a new till must fetch before it can sell; asked again when the first try broke off. */
export async function finishEnrolment(): Promise<void> {
  await takeAll();
  tillState.setState({ isEnrolled: true });
  connect();
  void sendNow();
}

/** Final, on the disk, then on its way. Returns when the sale cannot be lost any more. */
export async function finishSale(sale: Omit<PaidSale, 'soldAt' | 'wasOffline'>): Promise<StoredSale> {
  const stored = await commitSale(database, { ...sale, soldAt: clock.now(), wasOffline: connection.getState().state === 'offline' });
  void loadStock();
  void sendNow();
  return stored;
}

export async function startShift(staff: { id: string; name: string }, float: { floatMinor: number; currency: string }): Promise<void> {
  tillState.setState({ shift: await openShift(database, { staff, at: clock.now() }, float) });
  void sendNow();
}

export async function recordCashMovement(staff: { id: string; name: string }, movement: { shiftId: string; amountMinor: number; reason: string }): Promise<void> {
  await moveCash(database, { staff, at: clock.now() }, movement);
  void sendNow();
}

/** Sends what waits, then closes. The report comes back with the server's answer. */
export async function endShift(staff: { id: string; name: string }, countedMinor: number): Promise<CloseOutcome> {
  await sendNow();
  const outcome = await closeShift(database, { staff, at: clock.now() }, countedMinor);
  await sendNow();
  return outcome;
}

export async function mailReceipt(mail: { saleId: string; email: string; locale: 'en' | 'de' }): Promise<void> {
  await queueReceiptMail(database, mail);
  void sendNow();
}

export async function keepSettings(change: Partial<Settings>): Promise<void> {
  const settings = { ...tillState.getState().settings, ...change };
  tillState.setState({ settings });
  await writeMeta(database, 'settings', settings);
}
