import { Injectable } from '@nestjs/common';
import { AvailabilityQuery } from '@oneshelf/server-inventory';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { exposedUnits } from '../listing-exposure';

export interface Exposure {
  availableMilli: number;
  bufferBasisPoints: number;
  units: number;
}

/** What a channel may show of each variant, from the levels of this moment. */
@Injectable()
export class ExposureQuery {
  constructor(
    private readonly availability: AvailabilityQuery,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(channelCode: string, variantIds: string[]): Promise<Map<string, Exposure>> {
    const { bufferBasisPoints } = await this.organisation.channel(channelCode);
    const available = await this.availability.availableToChannel(variantIds, channelCode);
    return new Map([...available].map(([id, availableMilli]) => [id, { availableMilli, bufferBasisPoints, units: exposedUnits(availableMilli, bufferBasisPoints) }]));
  }
}
