import { Injectable } from '@nestjs/common';
import type { SerialState } from '@oneshelf/domain-inventory';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import type { SerialElsewhere } from './serial-elsewhere';

/** Says where pieces are that are not where they should be, for whoever stands there with one in the hand. */
@Injectable()
export class SerialWords {
  constructor(private readonly organisation: OrganisationDirectory) {}

  /** The refusal with a sentence, and the names of the places. */
  async told({ serials }: { serials: readonly SerialElsewhere[] }, notDone: string) {
    const named = await Promise.all(serials.map(async (one) => ({ ...one, believedAt: one.believed ? (await this.organisation.findLocation(one.believed.locationId))?.name ?? '' : null })));
    const sentences = named.map((one) => (one.believed === null ? `Serial ${one.serialNumber} is not known here, and every piece of it here has a serial of its own.` : `Serial ${one.serialNumber} ${whereWords[one.believed.state](one.believedAt ?? '')}.`));
    return { kind: 'serial_elsewhere' as const, serials: named, message: `${sentences.join(' ')} ${notDone}` };
  }
}

const whereWords: Record<SerialState, (place: string) => string> = {
  shelf: (place) => `is in stock at ${place}`,
  quality_control: (place) => `is being checked at ${place}`,
  damaged: (place) => `is set apart as damaged at ${place}`,
  refurbish: (place) => `is being made ready again at ${place}`,
  quarantine: (place) => `is in quarantine at ${place}`,
  supplier: (place) => `went back to the supplier from ${place}`,
  customer: (place) => `was sold from ${place}`,
  shrink: (place) => `was written off at ${place}`,
  assembly: (place) => `went into a kit at ${place}`,
  transit: (place) => `is on its way from ${place}`,
};
