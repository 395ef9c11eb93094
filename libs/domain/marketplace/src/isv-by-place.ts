import { explainTold, type IsvParts } from './explain-isv';
import { isv } from './isv';

export interface PlaceFacts {
  locationId: string;
  /** By the levels that everybody reads; of it, what may be promised; and by the ledger. */
  onHandMilli: number;
  sellableMilli: number;
  physicalMilli: number;
  /** What counts found (above zero) or missed since the sample before, and what was corrected as lost. */
  countedMilli: number;
  shrunkMilli: number;
  /** Of what the channel should show, what lies here. */
  exposedMilli: number;
}

export interface ChannelFacts {
  /** In the order in which they are offered. */
  places: readonly PlaceFacts[];
  acknowledgedUnits: number;
  exposedUnits: number;
  push: 'failed' | 'waiting' | 'acknowledged';
}

export interface PlaceIsv extends IsvParts {
  locationId: string;
  eposMilli: number;
  amazonMilli: number;
  physicalMilli: number;
  countedMilli: number;
  shrunkMilli: number;
  /** The parts' sum: what was shown less what is there. */
  totalMilli: number;
  isvBasisPoints: number | null;
}

/**
 * ISV of each place that feeds a channel (MKT-20). A channel shows one number for all of its places, so what it was told
 * beyond what it should show counts at the first place, where its orders are looked for first; what it was told too little
 * is missing at the last ones that it shows anything of. So the places sum to the channel, part by part.
 */
export function isvByPlace({ places, acknowledgedUnits, exposedUnits, push }: ChannelFacts): PlaceIsv[] {
  const told = toldBeyond(places, (acknowledgedUnits - exposedUnits) * 1000);
  return places.map((place, index) => {
    const beyondMilli = told[index] ?? 0;
    const { totalMilli, ...parts } = explainTold(beyondMilli, { ...place, push });
    const availableMilli = Math.max(0, place.sellableMilli);
    return {
      locationId: place.locationId, eposMilli: place.onHandMilli - availableMilli, amazonMilli: availableMilli + beyondMilli, physicalMilli: place.physicalMilli,
      countedMilli: place.countedMilli, shrunkMilli: place.shrunkMilli, ...parts, totalMilli, isvBasisPoints: isvOfTotal(totalMilli, place.physicalMilli),
    };
  });
}

/** The places of a channel as one. */
export function isvOfPlaces(places: readonly PlaceIsv[]): Omit<PlaceIsv, 'locationId'> {
  const sum = (of: (place: PlaceIsv) => number): number => places.reduce((total, place) => total + of(place), 0);
  const [totalMilli, physicalMilli] = [sum((place) => place.totalMilli), sum((place) => place.physicalMilli)];
  return {
    eposMilli: sum((place) => place.eposMilli), amazonMilli: sum((place) => place.amazonMilli), physicalMilli, countedMilli: sum((place) => place.countedMilli), shrunkMilli: sum((place) => place.shrunkMilli),
    lagMilli: sum((place) => place.lagMilli), failedPushMilli: sum((place) => place.failedPushMilli), bufferMilli: sum((place) => place.bufferMilli), miscountMilli: sum((place) => place.miscountMilli), shrinkMilli: sum((place) => place.shrinkMilli),
    totalMilli, isvBasisPoints: isvOfTotal(totalMilli, physicalMilli),
  };
}

/** ISV with what a count or a correction found since: it had been shown until then (MKT-21). */
const isvOfTotal = (totalMilli: number, physicalMilli: number): number | null => isv({ eposMilli: physicalMilli + totalMilli, amazonMilli: 0, physicalMilli });

/** Too many at the first place; too few from the last place on, as far as it shows any. Sums to what is given. */
function toldBeyond(places: readonly PlaceFacts[], milli: number): number[] {
  const told = places.map(() => 0);
  if (milli >= 0) {
    if (told.length > 0) told[0] = milli;
    return told;
  }
  let left = -milli;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const taken = index === 0 ? left : Math.min(left, Math.max(0, places[index]?.exposedMilli ?? 0));
    told[index] = 0 - taken;
    left -= taken;
  }
  return told.map((part) => part + 0);
}
