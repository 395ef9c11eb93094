import { Injectable } from '@nestjs/common';
import type { TillList } from '@oneshelf/contracts';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { DeviceRepository } from '../device.repository';

@Injectable()
export class ListTillsQuery {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly devices: DeviceRepository,
  ) {}

  /** Every register with the state of its till. */
  async run(): Promise<TillList> {
    const [{ registers, locations }, devices] = await Promise.all([this.organisation.read(), this.devices.list()]);
    const deviceOf = new Map(devices.map((device) => [device.register_id, device]));
    const items = [...registers.values()].map((register) => {
      const device = deviceOf.get(register.id);
      const status = device?.revoked_at ? ('revoked' as const) : device?.enrolled_at ? ('enrolled' as const) : ('not_enrolled' as const);
      return {
        registerId: register.id, number: register.number, name: register.name,
        locationId: register.locationId, locationName: locations.get(register.locationId)?.name ?? '',
        enrolledAt: device?.enrolled_at?.toISOString() ?? null, lastSeenAt: device?.last_seen_at?.toISOString() ?? null, status,
      };
    });
    return { items: items.sort((a, b) => a.locationName.localeCompare(b.locationName) || a.number - b.number) };
  }
}
