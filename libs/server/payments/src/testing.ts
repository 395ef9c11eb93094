import type { TestDatabase } from '@oneshelf/platform/testing';
import { startStripeSimulator, type StripeSimulator } from '@oneshelf/simulators';

/** The simulator in this process, and a configuration that points at it. */
export async function startStripe(test: TestDatabase): Promise<StripeSimulator> {
  const simulator = await startStripeSimulator({ settings: { terminalDelayMs: -1 } });
  Object.assign(test.config, { STRIPE_API_URL: simulator.url, STRIPE_SECRET_KEY: simulator.secretKey });
  return simulator;
}

/** A shopper at the bank's page of 3-D Secure. */
export async function answerBank(redirectUrl: string, outcome: 'complete' | 'fail'): Promise<void> {
  await fetch(redirectUrl, { method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `outcome=${outcome}` });
}

/** Somebody holds a card to the reader. */
export async function presentCard(simulator: StripeSimulator, readerId: string, outcome: 'approve' | 'decline' = 'approve'): Promise<void> {
  await fetch(`${simulator.url}/_control/readers/${readerId}/present`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ outcome }) });
}

/** Sum of all journal lines by account. Zero over all accounts, always. */
export async function journalByAccount(test: Pick<TestDatabase, 'database'>): Promise<Record<string, number>> {
  const rows = await test.database.selectFrom('journal_line').select(['account', (eb) => eb.fn.sum<number>('amount_minor').as('amount')]).groupBy('account').orderBy('account').execute();
  return Object.fromEntries(rows.map((row) => [row.account, Number(row.amount)]));
}
