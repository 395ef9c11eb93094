import { ApiProblem, type ApiClient } from '@oneshelf/api-client';
import type { ReceiptMail, TillDatabase } from './database';
import { newId } from './new-id';

/** Asks for a receipt by e-mail. It waits until the server knows the sale. */
export async function queueReceiptMail(database: TillDatabase, mail: Pick<ReceiptMail, 'saleId' | 'email' | 'locale'>): Promise<void> {
  await database.mails.add({ id: newId(), ...mail, state: 'waiting', tries: 0, lastError: null });
}

/** Sends the mails whose sale the server has applied. True when one could not be sent and must be tried again. */
export async function sendReceiptMails(api: ApiClient, database: TillDatabase): Promise<boolean> {
  let isAgain = false;
  for (const mail of await database.mails.where('state').equals('waiting').toArray()) {
    const sale = await database.sales.get(mail.saleId);
    const operation = sale && (await database.outbox.get(sale.operationId));
    if (operation?.state === 'waiting') continue;
    if (operation?.state === 'refused') {
      await database.mails.put({ ...mail, state: 'refused', lastError: 'sale_refused' });
      continue;
    }
    try {
      await api.post('/api/pos/sales/{saleId}/receipt-mail', { params: { path: { saleId: mail.saleId } }, body: { email: mail.email, locale: mail.locale } });
      await database.mails.put({ ...mail, state: 'sent', tries: mail.tries + 1, lastError: null });
    } catch (error) {
      // 404: the sale has not arrived where the mail was asked for.
      const isRefused = error instanceof ApiProblem && error.status < 500 && ![401, 404, 429].includes(error.status);
      await database.mails.put({ ...mail, state: isRefused ? 'refused' : 'waiting', tries: mail.tries + 1, lastError: error instanceof ApiProblem ? error.detail : 'unreachable' });
      isAgain ||= !isRefused;
    }
  }
  return isAgain;
}
