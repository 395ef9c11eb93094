import { Injectable } from '@nestjs/common';
import type { TillBootstrap } from '@oneshelf/contracts';
import { invariant } from '@oneshelf/domain-kernel';
import type { DeviceActor } from '@oneshelf/platform';
import { PIN_ITERATIONS, TillPeople } from '@oneshelf/server-identity';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { DeviceOperationRepository } from '../device-operation.repository';
import { ShiftRepository } from '../shift.repository';
import { TillSaleRepository } from '../till-sale.repository';

@Injectable()
export class TillBootstrapQuery {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly people: TillPeople,
    private readonly operations: DeviceOperationRepository,
    private readonly shifts: ShiftRepository,
    private readonly sales: TillSaleRepository,
  ) {}

  /** All that a till keeps so that it opens without a network. */
  async run(device: DeviceActor, now: Date): Promise<TillBootstrap> {
    const [location, register, lastSequence, receipt, shift, { staff, handLimits }] = await Promise.all([
      this.organisation.location(device.locationId),
      this.organisation.register(device.registerId),
      this.operations.lastSequence(device.id, device.epoch),
      this.sales.lastReceipt(device.registerId),
      this.shifts.openOfRegister(device.registerId),
      this.people.atLocation(device.locationId),
    ]);
    invariant(location.channelCode, `${location.code} is a store without a till channel`);
    const market = await this.organisation.market(location.marketCode);
    const stores = (await this.organisation.locations()).filter((other) => other.marketCode === location.marketCode && other.kind === 'store');
    return {
      serverTime: now.toISOString(),
      device: { id: device.id, epoch: device.epoch, lastSequence, lastReceiptNumber: receipt.number, lastReceiptHash: receipt.hash },
      register: { id: register.id, number: register.number, name: register.name, hasCardReader: register.terminalReaderId !== null },
      location: {
        id: location.id, code: location.code, name: location.name, timeZone: location.timeZone, businessDayStartsAt: location.businessDayStartsAt,
        ...(location.priceZone === null ? {} : { priceZone: location.priceZone }), ...(location.region === null ? {} : { region: location.region }),
        addressLines: [...location.address.lines, `${location.address.postalCode} ${location.address.city}`],
      },
      market: { code: market.code, country: market.country, currency: market.currency, taxInclusive: market.taxInclusive, locale: market.locale, cashStepMinor: market.cashStepMinor },
      channelCode: location.channelCode,
      pinIterations: PIN_ITERATIONS,
      staff: staff.map(({ id, name, pinSalt, pinHash, roles }) => ({ id, name, pinSalt, pinHash, roles })),
      handLimits,
      openShift: shift ? { id: shift.id, openedAt: shift.openedAt.toISOString(), openedByName: shift.openedByName, floatMinor: shift.floatMinor } : null,
      stores: stores.map(({ id, code, name }) => ({ id, code, name })),
    };
  }
}
