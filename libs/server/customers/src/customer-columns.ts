import { sql } from 'kysely';

/** The columns of a TillCustomer. */
export const customerColumns = sql`id, name, email, phone, member_code AS "memberCode", groups`;
