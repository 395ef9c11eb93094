import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '@oneshelf/server-organisation';

/** Which of our channels an order of Amazon belongs to: who sends it decides. */
@Injectable()
export class AmazonChannels {
  constructor(private readonly organisation: OrganisationDirectory) {}

  async byFulfilment(fulfilledBy: 'merchant' | 'marketplace'): Promise<string | undefined> {
    return (await this.organisation.channels()).find((channel) => channel.kind === 'marketplace' && channel.fulfilledBy === fulfilledBy)?.code;
  }
}
