import { Injectable } from '@nestjs/common';
import { exposedUnits } from '@oneshelf/domain-marketplace';
import { AvailabilityQuery } from '@oneshelf/server-inventory';
import { OrganisationDirectory } from '@oneshelf/server-organisation';

export interface Exposure {
  availableMilli: number;
  bufferBasisPoints: number;
  units: number;
}

/** What a channel may show of each variant, from the levels of this moment. An order of Amazon that we know of is reserved already, so none is open. */
@Injectable()
export class ExposureQuery {
  constructor(
    private readonly availability: AvailabilityQuery,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(channelCode: string, variantIds: string[]): Promise<Map<string, Exposure>> {
    const { bufferBasisPoints } = await this.organisation.channel(channelCode);
    const available = await this.availability.availableToChannel(variantIds, channelCode);
    return new Map([...available].map(([id, availableMilli]) => [id, { availableMilli, bufferBasisPoints, units: exposedUnits({ availableMilli, openUnsyncedMilli: 0, bufferBasisPoints }) }]));
  }
}
