import { seed } from './seed';

const databaseUrl = process.env['DATABASE_URL'];
if (databaseUrl === undefined || databaseUrl === '') {
  console.error('DATABASE_URL is not set. Nothing was seeded. Set it to the address of a migrated PostgreSQL database.');
  process.exit(2);
}

const said = (wrote: boolean) => (wrote ? 'written' : 'already there, nothing changed');
const outcome = await seed(databaseUrl);
console.log(`Reference data: ${said(outcome.reference)}. Demo chain: ${said(outcome.demo)}.`);
