/**
 * General rates that the states of the US levy for themselves, in percent; counties, cities and districts come on top and
 * are the merchant's to load by postcode. Alaska, Delaware, Montana, New Hampshire and Oregon levy none. California, Utah
 * and Virginia are with what the whole state adds for its local authorities.
 */
export const stateRates: Readonly<Record<string, string>> = {
  AL: '2020-01-01 4', AR: '2004-03-01 6, 2013-07-01 6.5', AZ: '2001-06-01 5.6, 2010-06-01 6.6, 2013-06-01 5.6', CA: '2009-04-01 8.25, 2011-07-01 7.25, 2013-01-01 7.5, 2017-01-01 7.25', CO: '2001-01-01 2.9', CT: '1991-10-01 6, 2011-07-01 6.35', DC: '2013-10-01 6', FL: '1988-02-01 6', GA: '1989-04-01 4',
  HI: '1965-07-01 4', IA: '2008-07-01 6', ID: '2006-10-01 6', IL: '1990-01-01 6.25', IN: '2008-04-01 7', KS: '2015-07-01 6.5', KY: '1990-07-01 6', LA: '1984-07-01 4, 2016-04-01 5, 2018-07-01 4.45, 2025-01-01 5', MA: '2009-08-01 6.25',
  MD: '2008-01-03 6', ME: '2000-07-01 5, 2013-10-01 5.5', MI: '1994-05-01 6', MN: '2009-07-01 6.875', MO: '1993-01-01 4.225', MS: '1992-06-01 7', NC: '2009-09-01 5.75, 2011-07-01 4.75', ND: '1987-05-01 5', NE: '2002-10-01 5.5',
  NJ: '2006-07-15 7, 2017-01-01 6.875, 2018-01-01 6.625', NM: '2010-07-01 5.125, 2022-07-01 5, 2023-07-01 4.875', NV: '2009-07-01 6.85', NY: '2005-06-01 4', OH: '2005-07-01 5.5, 2013-09-01 5.75', OK: '1990-05-01 4.5', PA: '1968-01-06 6',
  RI: '1990-07-01 7', SC: '2007-06-01 6', SD: '1987-07-01 4, 2016-06-01 4.5, 2023-07-01 4.2', TN: '2002-07-15 7', TX: '1990-07-01 6.25', UT: '2009-01-01 5.95, 2019-04-01 6.1', VA: '2004-09-01 5, 2013-07-01 5.3', VT: '2003-10-01 6', WA: '1983-03-01 6.5', WI: '1982-05-01 5',
  WV: '1988-05-01 6', WY: '1993-07-01 4',
};

/** What the provinces of Canada add to the goods and services tax, whether collected apart (PST, QST) or with it (HST). */
export const provinceRates: Readonly<Record<string, { name: string; history: string }>> = {
  BC: { name: 'PST', history: '2013-04-01 7' }, MB: { name: 'RST', history: '2013-07-01 8, 2019-07-01 7' }, NB: { name: 'HST', history: '2016-07-01 10' }, NL: { name: 'HST', history: '2016-07-01 10' },
  NS: { name: 'HST', history: '2010-07-01 10, 2025-04-01 9' }, ON: { name: 'HST', history: '2010-07-01 8' }, PE: { name: 'HST', history: '2013-04-01 9, 2016-10-01 10' },
  QC: { name: 'QST', history: '2013-01-01 9.975' }, SK: { name: 'PST', history: '2017-03-23 6' },
};
