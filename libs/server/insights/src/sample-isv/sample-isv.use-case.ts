import { Injectable } from '@nestjs/common';
import type { PlaceIsv } from '@oneshelf/domain-marketplace';
import { Transactions } from '@oneshelf/platform';
import { IsvSampleRepository, type NewSample } from './isv-sample.repository';
import { type MeasuredListing, PoolReader } from './pool-reader.query';
import { ReadingSums } from './reading-sum';

/** What differs is kept; what agrees needs no row of its own. Of one measurement at most so many listings, the worst. */
const MOST_LISTINGS = 500;
/** Before the first sample corrections are looked for over so long. */
const FIRST_PERIOD_MS = 3_600_000;

/**
 * Measures ISV of every listing that sells from our shelf, at each place, and why it is what it is, for the course of it
 * over time. Two workers that measure at the same time make two samples: averages stay right.
 */
@Injectable()
export class SampleIsvUseCase {
  constructor(
    private readonly pools: PoolReader,
    private readonly samples: IsvSampleRepository,
    private readonly transactions: Transactions,
  ) {}

  /** Answers how many listings differ. */
  async run(now: Date): Promise<{ kept: number }> {
    const since = (await this.samples.lastAt()) ?? new Date(now.getTime() - FIRST_PERIOD_MS);
    const sums = new ReadingSums();
    let differing: MeasuredListing[] = [];
    for await (const measured of this.pools.all(since)) {
      for (const { listing, whole, places } of measured) {
        sums.add(listing.channelCode, null, whole);
        for (const place of places) sums.add(listing.channelCode, place.locationId, place);
      }
      differing = worst([...differing, ...measured.filter((one) => differs(one.whole) || one.places.some(differs))]);
    }
    await this.transactions.write(async (tx) => {
      await this.samples.add(tx, now, { readings: sums.all(), samples: differing.flatMap(rowsOf) });
      await this.samples.rollUp(tx, now);
    });
    return { kept: differing.length };
  }
}

const differs = (isv: Omit<PlaceIsv, 'locationId'>): boolean =>
  isv.isvBasisPoints !== 0 || isv.lagMilli !== 0 || isv.failedPushMilli !== 0 || isv.bufferMilli !== 0 || isv.miscountMilli !== 0 || isv.shrinkMilli !== 0;

const worst = (measured: MeasuredListing[]): MeasuredListing[] =>
  measured.sort((a, b) => (b.whole.isvBasisPoints ?? Infinity) - (a.whole.isvBasisPoints ?? Infinity) || a.listing.variantId.localeCompare(b.listing.variantId)).slice(0, MOST_LISTINGS);

const rowsOf = ({ listing: { variantId, channelCode }, whole, places }: MeasuredListing): NewSample[] => [
  { variantId, channelCode, locationId: null, isv: whole },
  ...places.filter(differs).map(({ locationId, ...isv }) => ({ variantId, channelCode, locationId, isv })),
];
