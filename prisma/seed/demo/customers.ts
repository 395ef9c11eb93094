import type { Insertable } from 'kysely';
import type { customer } from '../../generated/database';
import { seedId } from '../seed-id';

const british = [
  'Priya Nair', 'Tom Aldous', 'Grace Okafor', 'Ewan Muir', 'Bethan Rees', 'Oliver Stead', 'Amara Cole', 'Jack Thwaite', 'Sofia Marchetti', 'Niall Byrne',
  'Harriet Coombe', 'Yusuf Karim', 'Lucy Penrose', 'Daniel Frost', 'Mina Patel', 'George Ackroyd', 'Rhiannon Vaughan', 'Kofi Annor', 'Alice Garside',
  'Ben Holloway', 'Freya Nicholson', 'Rory Sinclair', 'Chloe Barton', 'Imran Shah', 'Martha Dene', 'Leo Winslow',
];
const german = [
  'Anke Vollmer', 'Jens Harder', 'Leyla Aydin', 'Paul Niemann', 'Greta Lindner', 'Milan Novak', 'Sabine Kroll', 'Tobias Ehlers', 'Nele Brinkmann',
  'Karim Haddad', 'Frieda Sommer', 'Uwe Pohl', 'Clara Winkler', 'Moritz Achterberg',
];

const members = new Set(['Priya Nair', 'Grace Okafor', 'Sofia Marchetti', 'Mina Patel', 'Leo Winslow']);

const groupsOf = (name: string): string[] => [...(members.has(name) ? ['Members'] : []), ...(name === CONTRACT_CUSTOMER.name ? [CONTRACT_CUSTOMER.group] : [])];

/** A climbing school that buys at prices of its own. */
export const CONTRACT_CUSTOMER = { name: 'Kofi Annor', email: 'kofi.annor@mail.example', group: 'Schools' };

/** Invented people. Their telephone numbers are of ranges that Ofcom and the Bundesnetzagentur keep for fiction. */
export function demoCustomers(createdAt: Date): Insertable<customer>[] {
  const row = (name: string, locale: 'en' | 'de', phone: string) => {
    const email = `${name.toLowerCase().replace(' ', '.')}@mail.example`;
    return { id: seedId(`customer:${email}`), email, name, phone, locale, groups: groupsOf(name), member_code: members.has(name) ? `M${String(100_200 + [...members].indexOf(name))}` : null, created_at: createdAt };
  };
  return [
    ...british.map((name, index) => row(name, 'en', `+447700900${String(100 + index)}`)),
    ...german.map((name, index) => row(name, 'de', `+493023125${String(100 + index)}`)),
  ];
}
