import { Injectable } from '@nestjs/common';
import { exposedUnits } from '@oneshelf/domain-marketplace';
import { AvailabilityQuery } from '@oneshelf/server-inventory';
import { StockBreachRepository } from '@oneshelf/server-inventory/watch';
import { OrganisationDirectory } from '@oneshelf/server-organisation';

export interface Exposure {
  availableMilli: number;
  bufferBasisPoints: number;
  units: number;
  /** False: a level of the variant is not what its movements make it, so nobody outside is told a number of it. */
  isExplained: boolean;
}

/** What a channel may show of each variant, from the levels of this moment. An order of Amazon that we know of is reserved already, so none is open. */
@Injectable()
export class ExposureQuery {
  constructor(
    private readonly availability: AvailabilityQuery,
    private readonly organisation: OrganisationDirectory,
    private readonly breaches: StockBreachRepository,
  ) {}

  async run(channelCode: string, variantIds: string[]): Promise<Map<string, Exposure>> {
    const { bufferBasisPoints } = await this.organisation.channel(channelCode);
    const [available, broken] = await Promise.all([this.availability.availableToChannel(variantIds, channelCode), this.breaches.brokenAmong(variantIds)]);
    return new Map([...available].map(([id, availableMilli]) => [id, { availableMilli, bufferBasisPoints, units: exposedUnits({ availableMilli, openUnsyncedMilli: 0, bufferBasisPoints }), isExplained: !broken.has(id) }]));
  }
}
