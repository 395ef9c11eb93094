import type { TillCustomer } from '@oneshelf/contracts';
import type { KnownCustomer } from './database';
import { clock, database } from './runtime';
import type { CartCustomer } from './sale-parts';

const most = 100;

/** Keeps a customer of this till, so that she is found without a network; the longest unused are forgotten. */
export async function keepCustomer(customer: TillCustomer): Promise<void> {
  await database.transaction('rw', database.customers, async () => {
    await database.customers.put({ ...customer, usedAt: clock.now() });
    const old = await database.customers.orderBy('usedAt').reverse().offset(most).primaryKeys();
    await database.customers.bulkDelete(old);
  });
}

/** The customers of the last sales, the latest first. */
export const recentCustomers = (): Promise<KnownCustomer[]> => database.customers.orderBy('usedAt').reverse().toArray();

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^0+/, '');

/** Those of the kept ones that the words mean, as the server finds them. */
export function amongKept(kept: readonly KnownCustomer[], words: string): KnownCustomer[] {
  const text = plain(words.trim());
  const digits = /^[\d\s+()/.-]+$/.test(words.trim()) ? digitsOf(words) : '';
  const code = words.replace(/[\s-]+/g, '').toUpperCase();
  if (text === '') return [...kept];
  return kept.filter(({ name, email, phone, memberCode }) => plain(name).includes(text) || (email ?? '').startsWith(text) || memberCode === code || (digits.length >= 4 && digitsOf(phone ?? '').includes(digits)));
}

/** What the sale keeps of her. */
export const cartCustomer = ({ id, name, email, memberCode, groups }: TillCustomer): CartCustomer => ({ id, name, email, memberCode, groups });
