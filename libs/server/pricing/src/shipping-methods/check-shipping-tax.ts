import { Injectable } from '@nestjs/common';
import type { ShippingMethodText } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PriceBookRepository } from '../price-book.repository';

export type ShippingTaxRefusal = { kind: 'unknown_channel' | 'unknown_tax_class'; message: string };

@Injectable()
export class CheckShippingTax {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly books: PriceBookRepository,
  ) {}

  /** Each tax class that a method names has a rate in the channel's own country now. */
  async run(channelCode: string, methods: readonly ShippingMethodText[], now: Date): Promise<Result<null, ShippingTaxRefusal>> {
    const { channels, markets } = await this.organisation.read();
    const country = markets.get(channels.get(channelCode)?.marketCode ?? '')?.country;
    if (country === undefined) return refuse({ kind: 'unknown_channel', message: `There is no channel ${channelCode}. Nothing was saved.` });
    const at = now.toISOString();
    const classes = new Set((await this.books.taxRates([country])).filter(({ validFrom, validTo }) => validFrom <= at && (validTo === null || validTo > at)).map(({ taxClass }) => taxClass));
    const wrong = methods.find(({ taxClass }) => taxClass !== null && !classes.has(taxClass));
    if (!wrong) return ok(null);
    return refuse({ kind: 'unknown_tax_class', message: `“${wrong.names.en}” names the tax class ${wrong.taxClass ?? ''}, which has no rate in ${country}. Choose one of ${[...classes].sort().join(', ')}, or let it be taxed as the goods are. Nothing was saved.` });
  }
}
