import * as z from 'zod';

/** A customer as a till knows one. `groups` are whose price books and promotions are theirs. */
export const TillCustomer = z
  .object({ id: z.uuid(), name: z.string(), email: z.string().nullable(), phone: z.string().nullable(), memberCode: z.string().nullable(), groups: z.array(z.string()) })
  .meta({ id: 'TillCustomer' });
export type TillCustomer = z.infer<typeof TillCustomer>;

/** GET /api/pos/customers: by a part of the name, the beginning of the e-mail address, digits of the telephone, or the member code. */
export const FindCustomersQuery = z.object({ q: z.string().trim().min(2).max(120) });
export type FindCustomersQuery = z.infer<typeof FindCustomersQuery>;

/** At most twenty; `hasMore`: the words fit more. */
export const FoundCustomers = z.object({ items: z.array(TillCustomer), hasMore: z.boolean() }).meta({ id: 'FoundCustomers' });
export type FoundCustomers = z.infer<typeof FoundCustomers>;

/** POST /api/pos/customers → 200. Whoever has the e-mail address already is answered, unchanged, with `isNew` false; so is a repetition of the same id. */
export const AddTillCustomer = z
  .object({ id: z.uuid(), name: z.string().trim().min(1).max(120), email: z.email().max(254).optional(), phone: z.string().trim().max(40).optional(), locale: z.enum(['en', 'de']) })
  .meta({ id: 'AddTillCustomer' });
export type AddTillCustomer = z.infer<typeof AddTillCustomer>;

export const AddedCustomer = z.object({ customer: TillCustomer, isNew: z.boolean() }).meta({ id: 'AddedCustomer' });
export type AddedCustomer = z.infer<typeof AddedCustomer>;

/** PUT /api/customers/:id/groups → 200. Refusal: not_found 404. */
export const SetCustomerGroups = z.object({ groups: z.array(z.string().trim().min(1).max(64)).max(50) }).meta({ id: 'SetCustomerGroups' });
export type SetCustomerGroups = z.infer<typeof SetCustomerGroups>;
