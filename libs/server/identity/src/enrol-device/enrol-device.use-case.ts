import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EnrolDeviceRequest, EnrolledDevice, EnrolmentCode } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type Actor, recordAudit, system, Transactions } from '@oneshelf/platform';
import { DeviceRepository } from '../device.repository';
import { hashSecret, newSecret } from '../secrets';

export type EnrolRefusal = { kind: 'unknown_code' | 'other_register'; message: string };
export type RegisterRefusal = { kind: 'unknown_register' };

const CODE_MINUTES = 15;
/** Without 0, O, 1 and I, which people mix up. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

@Injectable()
export class EnrolDeviceUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceRepository,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** A code for this register, shown once. It ends an earlier code; the enrolled till works on until the code is used. */
  async offerCode(actor: Actor, registerId: string): Promise<Result<EnrolmentCode, RegisterRefusal>> {
    const register = (await this.organisation.registers()).find(({ id }) => id === registerId);
    if (!register) return refuse({ kind: 'unknown_register' });
    const code = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    const expiresAt = new Date(Date.now() + CODE_MINUTES * 60_000);
    await this.transactions.write(async (tx) => {
      await this.devices.offerCode(tx, { registerId, locationId: register.locationId, codeHash: hashSecret(code), expiresAt });
      await recordAudit(tx, { actor, action: 'offer_enrolment', subject: 'register', subjectId: registerId, locationId: register.locationId });
    });
    return ok({ code, expiresAt: expiresAt.toISOString() });
  }

  /** Turns a code into a device token. A till that keeps sales of a register becomes no other: they would be booked in the wrong place. */
  async run({ code, registerId }: EnrolDeviceRequest): Promise<Result<EnrolledDevice, EnrolRefusal>> {
    const token = newSecret('till');
    return this.transactions.run<EnrolledDevice, EnrolRefusal>(async (tx) => {
      const codeHash = hashSecret(code.toUpperCase());
      const offeredTo = registerId === undefined ? null : await this.devices.registerOfCode(tx, codeHash);
      if (offeredTo !== null && offeredTo !== registerId) return refuse({ kind: 'other_register', message: 'This code is for another register. The till is not enrolled and the code stays good: sales of its old register are kept on it. Ask for a code of that register.' });
      const device = await this.devices.takeCode(tx, { codeHash, tokenHash: hashSecret(token) });
      if (!device) return refuse({ kind: 'unknown_code', message: 'This code is unknown or too old. The till is not enrolled. Ask for a new code in the back-office under Tills.' });
      const [register, location] = await Promise.all([this.organisation.register(device.register_id), this.organisation.location(device.location_id)]);
      await recordAudit(tx, { actor: system('enrolment'), action: 'enrol', subject: 'device', subjectId: device.id, locationId: location.id });
      return ok({
        deviceId: device.id, token, epoch: device.epoch,
        register: { id: register.id, number: register.number, name: register.name },
        location: { id: location.id, code: location.code, name: location.name },
      });
    });
  }

  /** Ends a till: its token works no more. */
  async revoke(actor: Actor, registerId: string): Promise<Result<null, RegisterRefusal>> {
    return this.transactions.run<null, RegisterRefusal>(async (tx) => {
      if (!(await this.devices.revoke(tx, registerId))) return refuse({ kind: 'unknown_register' });
      await recordAudit(tx, { actor, action: 'revoke', subject: 'register', subjectId: registerId });
      return ok(null);
    });
  }
}
