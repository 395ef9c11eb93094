import { type IsvParts, isvCausesOf, type PlaceIsv } from '@oneshelf/domain-marketplace';

/** What all listings of a channel came to, at one place or (null) at all that feed it. */
export interface ReadingSum extends IsvParts {
  channelCode: string;
  locationId: string | null;
  listingCount: number;
  differingCount: number;
  unboundedCount: number;
  shownMilli: number;
  physicalMilli: number;
  varianceMilli: number;
}

/** Adds measurements up, so that the causes sum to the variance (MKT-22). What is there counts from nothing up. */
export class ReadingSums {
  private readonly sums = new Map<string, ReadingSum>();

  add(channelCode: string, locationId: string | null, isv: Omit<PlaceIsv, 'locationId'>): void {
    const sum = this.at(channelCode, locationId);
    const causes = isvCausesOf(isv);
    sum.listingCount += 1;
    sum.differingCount += isv.isvBasisPoints === 0 ? 0 : 1;
    sum.unboundedCount += isv.isvBasisPoints === null ? 1 : 0;
    sum.shownMilli += isv.eposMilli + isv.amazonMilli;
    sum.physicalMilli += Math.max(0, isv.physicalMilli);
    sum.varianceMilli += causes.varianceMilli;
    sum.lagMilli += causes.lagMilli;
    sum.failedPushMilli += causes.failedPushMilli;
    sum.bufferMilli += causes.bufferMilli;
    sum.miscountMilli += causes.miscountMilli;
    sum.shrinkMilli += causes.shrinkMilli;
  }

  all(): ReadingSum[] {
    return [...this.sums.values()];
  }

  private at(channelCode: string, locationId: string | null): ReadingSum {
    const key = `${channelCode}:${locationId ?? ''}`;
    const known = this.sums.get(key) ?? {
      channelCode, locationId, listingCount: 0, differingCount: 0, unboundedCount: 0, shownMilli: 0, physicalMilli: 0, varianceMilli: 0, lagMilli: 0, failedPushMilli: 0, bufferMilli: 0, miscountMilli: 0, shrinkMilli: 0,
    };
    this.sums.set(key, known);
    return known;
  }
}
