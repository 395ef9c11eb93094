import { Injectable } from '@nestjs/common';
import type { TaxRateList, TaxRateListQuery, TaxTrialAnswer, TaxTrialRequest } from '@oneshelf/contracts';
import { invariant, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { chooseTaxRates, taxSale } from '@oneshelf/domain-tax';
import { PrismaReads } from '@oneshelf/platform';
import { answerOf, tableRateOf } from './tax-rate-row';

const LIMIT = 500;

export type TaxTrialRefusal = { kind: 'no_tax_rate'; message: string };

@Injectable()
export class TaxRatesQuery {
  constructor(private readonly prisma: PrismaReads) {}

  /** By country, class, place and start. */
  async list({ country, taxClass, when }: TaxRateListQuery, now: Date): Promise<TaxRateList> {
    const where = {
      ...(country === undefined ? {} : { country }), ...(taxClass === undefined ? {} : { tax_class: taxClass }), ...(when === 'all' ? {} : { OR: [{ valid_to: null }, { valid_to: { gt: now } }] }),
      ...(when === 'now' ? { valid_from: { lte: now } } : {}),
    };
    const [rows, total, countries, classes] = await Promise.all([
      this.prisma.tax_rate.findMany({ where, orderBy: [{ country: 'asc' }, { tax_class: 'asc' }, { region: { sort: 'asc', nulls: 'first' } }, { valid_from: 'desc' }, { id: 'asc' }], take: LIMIT }),
      this.prisma.tax_rate.count({ where }),
      this.prisma.tax_rate.groupBy({ by: ['country'], orderBy: { country: 'asc' } }),
      this.prisma.tax_rate.groupBy({ by: ['tax_class'], orderBy: { tax_class: 'asc' } }),
    ]);
    return { items: rows.map((row) => answerOf(row, now)), total, countries: countries.map((row) => row.country), taxClasses: classes.map((row) => row.tax_class) };
  }

  /** What a sale at noon of that day would bear, from the tables as they stand. */
  async try(request: TaxTrialRequest, now: Date): Promise<Result<TaxTrialAnswer, TaxTrialRefusal>> {
    const { country, region, postcode, taxClass, day, amountMinor, taxInclusive } = request;
    const rates = (await this.prisma.tax_rate.findMany({ where: { country, tax_class: taxClass } })).map(tableRateOf);
    const place = { country, ...(region === undefined ? {} : { region }), ...(postcode === undefined ? {} : { postcode }) };
    const at = `${day}T12:00:00.000Z`;
    const tax = taxSale({ at, place: { place, because: 'destination' }, lines: [{ lineId: 'trial', taxClasses: [taxClass], amountMinor, taxInclusive }] }, rates);
    if (!tax.ok) return refuse({ kind: 'no_tax_rate', message: `There is no rate for ${taxClass} in ${country} on ${day}.` });
    const line = tax.value.lines.get('trial');
    invariant(line, 'the trial was not taxed');
    const chosen = chooseTaxRates(rates, { place, taxClasses: [taxClass], at });
    return ok({ netMinor: line.netMinor, taxMinor: line.taxMinor, grossMinor: line.grossMinor, taxes: chosen.map(({ row }, index) => ({ rate: answerOf(row, now), taxMinor: line.taxesMinor[index] ?? 0 })) });
  }
}
