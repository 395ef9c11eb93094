import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { RateBucketRepository } from '../amazon/rate-bucket.repository';

/** The rate at which Amazon may be asked, and the market that an order belongs to. */
@Injectable()
export class TakeAmazonOrderBase {
  constructor(
    readonly bucket: RateBucketRepository,
    readonly organisation: OrganisationDirectory,
  ) {}
}
