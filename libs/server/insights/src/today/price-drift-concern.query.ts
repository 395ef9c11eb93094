import { Injectable } from '@nestjs/common';
import type { PriceDrift } from '@oneshelf/contracts';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { ParitySheetQuery } from '../check-parity/parity-sheet.query';
import { type Concern, type PlaceName, row, SHOWN_ROWS } from './concern';

/** The page asks often, and a whole comparison is more than a glance is worth. */
const KEPT_MS = 60_000;

interface MarketDrift {
  marketCode: string;
  currency: string;
  drift: PriceDrift;
}

/** Tills and marketplaces that ask for another price now; what was sold otherwise before is past mending, and on the page of prices. */
@Injectable()
export class PriceDriftConcern {
  private kept: { at: number; drifts: Promise<MarketDrift[]> } | null = null;

  constructor(
    private readonly sheets: ParitySheetQuery,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(now: Date, placeName: PlaceName): Promise<Concern> {
    if (!this.kept || now.getTime() - this.kept.at > KEPT_MS) {
      const drifts = this.find(now);
      this.kept = { at: now.getTime(), drifts };
      drifts.catch(() => { this.kept = null; });
    }
    const drifts = await this.kept.drifts;
    const rows = drifts.slice(0, SHOWN_ROWS).map(({ marketCode, currency, drift }) => row({
      id: drift.id, subject: `${drift.sku} ${drift.title}`, place: [drift.locationId === null ? '' : placeName(drift.locationId), drift.placeName].filter(Boolean).join(' · '), reason: drift.cause === 'by_hand' ? 'price_by_hand' : drift.cause,
      amountMinor: drift.askedMinor, currency, at: drift.at, href: `/prices/${marketCode}/parity?show=drift&sku=${drift.variantId}`,
    }));
    return { kind: 'price_drifts', count: drifts.length, href: `/prices/${drifts[0]?.marketCode ?? ''}/parity?show=drift`, rows };
  }

  private async find(now: Date): Promise<MarketDrift[]> {
    const found: MarketDrift[] = [];
    for (const { code, currency } of (await this.organisation.read()).markets.values()) {
      const sheet = await this.sheets.run(code, null, now);
      if (sheet.ok) for (const drift of sheet.value.drifts) if (drift.placeKind !== 'receipt') found.push({ marketCode: code, currency, drift });
    }
    return found;
  }
}
