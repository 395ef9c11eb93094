import * as z from 'zod';

/** POST /api/registers/:id/enrolment-code; the code is shown once and works for fifteen minutes. */
export const EnrolmentCode = z.object({ code: z.string(), expiresAt: z.iso.datetime() }).meta({ id: 'EnrolmentCode' });
export type EnrolmentCode = z.infer<typeof EnrolmentCode>;

/** POST /api/devices/enrol. `registerId` by a till that still keeps sales of a register: a code of another one is refused and stays good. Refusals: unknown_code 404, other_register 409. */
export const EnrolDeviceRequest = z.object({ code: z.string().trim().min(4).max(40), registerId: z.uuid().optional() }).meta({ id: 'EnrolDeviceRequest' });
export type EnrolDeviceRequest = z.infer<typeof EnrolDeviceRequest>;

/** The token is shown once; the till keeps it and sends it as a bearer token. A new enrolment begins a new epoch. */
export const EnrolledDevice = z
  .object({ deviceId: z.uuid(), token: z.string(), epoch: z.int(), register: z.object({ id: z.uuid(), number: z.int(), name: z.string() }), location: z.object({ id: z.uuid(), code: z.string(), name: z.string() }) })
  .meta({ id: 'EnrolledDevice' });
export type EnrolledDevice = z.infer<typeof EnrolledDevice>;

/** GET /api/tills */
export const TillList = z
  .object({
    items: z.array(
      z.object({
        registerId: z.uuid(), number: z.int(), name: z.string(), locationId: z.uuid(), locationName: z.string(),
        enrolledAt: z.iso.datetime().nullable(), lastSeenAt: z.iso.datetime().nullable(), status: z.enum(['not_enrolled', 'enrolled', 'revoked']),
      }),
    ),
  })
  .meta({ id: 'TillList' });
export type TillList = z.infer<typeof TillList>;
