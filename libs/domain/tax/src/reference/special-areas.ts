import type { PostcodeRange } from '../tax-place';
import type { RateHistories } from './rate-history';

/** A part of a country with rates of its own, or outside of its VAT (0 %). */
export interface SpecialArea {
  country: string;
  /** Codes of ISO 3166-2 after the country. */
  regions?: readonly string[];
  postcodes?: readonly PostcodeRange[];
  rates: RateHistories;
}

const at = (...postcodes: string[]): PostcodeRange[] => postcodes.map((postcode) => ({ from: postcode, to: postcode }));
const outside = (since: string): RateHistories => ({ standard: `${since} 0`, reduced: `${since} 0` });

/** Jungholz and Mittelberg are Austrian, reached from Germany and taxed at 19 %; the islands and enclaves stand outside. */
export const specialAreas: readonly SpecialArea[] = [
  { country: 'AT', postcodes: [...at('6691'), { from: '6991', to: '6993' }], rates: { standard: '1984-01-01 19' } },
  { country: 'DE', postcodes: at('87491', '87567', '87568', '87569'), rates: { standard: '1984-01-01 19' } },
  { country: 'DE', postcodes: at('27498', '78266'), rates: outside('1968-01-01') },
  { country: 'ES', regions: ['CN', 'GC', 'TF', 'CE', 'ML'], postcodes: [...at('35', '38', '51', '52')], rates: outside('1986-01-01') },
  { country: 'FI', regions: ['01'], postcodes: at('22'), rates: outside('1995-01-01') },
  { country: 'FR', postcodes: at('20'), rates: { standard: '2000-04-01 19.6, 2014-01-01 20', reduced: '1997-09-01 2.1', intermediate: '2000-04-01 8, 2014-01-01 10', 'super-reduced': '1972-04-01 0.9' } },
  { country: 'FR', regions: ['GP', 'MQ', 'RE', '971', '972', '974'], postcodes: at('971', '972', '974'), rates: { standard: '1995-08-01 9.5, 2000-04-01 8.5', reduced: '1995-08-01 2.1' } },
  { country: 'FR', regions: ['GF', 'YT', '973', '976', 'BL', 'MF', 'NC', 'PF', 'PM', 'TF', 'WF'], postcodes: at('973', '975', '976', '977', '978', '986', '987', '988'), rates: outside('1968-01-01') },
  { country: 'GR', regions: ['69'], postcodes: at('63086', '63087'), rates: outside('1987-01-01') },
  // The islands of the Aegean: 30 % below the mainland until 2016, since then only the five that lie farthest east.
  { country: 'GR', regions: ['81', '82'], postcodes: at('34007', '37002', '37003', '37005', '64004', '68002'), rates: { standard: '2010-07-01 16, 2016-06-01 24' } },
  { country: 'GR', regions: ['83', '84', '85'], postcodes: at('811', '821', '831', '853', '854'), rates: { standard: '2010-07-01 16, 2016-06-01 17', reduced: '2011-01-01 5, 2015-07-01 4', intermediate: '2011-01-01 9' } },
  { country: 'IT', postcodes: at('22060', '22061', '23030', '23041'), rates: outside('1973-01-01') },
  { country: 'NL', regions: ['AW', 'CW', 'SX', 'BQ1', 'BQ2', 'BQ3'], rates: outside('1969-01-01') },
  { country: 'PT', regions: ['20'], postcodes: [{ from: '95', to: '99' }], rates: { standard: '2005-07-01 15, 2008-07-01 14, 2010-07-01 15, 2011-01-01 16, 2014-01-01 18, 2021-07-01 16', reduced: '1995-01-01 4, 2014-01-01 5, 2015-07-01 4', intermediate: '1996-07-01 8, 2010-07-01 9, 2014-01-01 10, 2015-07-01 9' } },
  { country: 'PT', regions: ['30'], postcodes: [{ from: '90', to: '94' }], rates: { standard: '2005-07-01 15, 2008-07-01 14, 2010-07-01 15, 2011-01-01 16, 2012-04-01 22', reduced: '1995-01-01 4, 2012-04-01 5, 2024-10-01 4', intermediate: '1996-07-01 8, 2010-07-01 9, 2012-04-01 12' } },
];
