import { BookDerivation, type PriceBookSettings } from '@oneshelf/contracts';
import type { ScopedBook } from '@oneshelf/domain-pricing';

/** The settings of a book as its row holds them. */
export interface SettingsRow {
  name: string;
  channel_code: string | null;
  location_id: string | null;
  customer_id: string | null;
  customer_group: string | null;
  price_zone: string | null;
  region: string | null;
  is_event: boolean;
  priority: number;
  active_from: Date | null;
  active_to: Date | null;
  formula: unknown;
  base_book_id: string | null;
  base_version_id: string | null;
}

export const settingsOf = (row: SettingsRow): PriceBookSettings => ({
  name: row.name, channelCode: row.channel_code, locationId: row.location_id, customerId: row.customer_id, customerGroup: row.customer_group, priceZone: row.price_zone, region: row.region,
  isEvent: row.is_event, priority: row.priority, activeFrom: row.active_from?.toISOString() ?? null, activeTo: row.active_to?.toISOString() ?? null,
  // Parsed: what an older version of the product wrote must not reach the engine half understood.
  derivedFrom: row.formula === null ? null : BookDerivation.parse({ bookId: row.base_book_id, versionId: row.base_version_id, formula: row.formula }),
});

/** The same for an insert or update. */
export const settingsColumns = ({ derivedFrom, ...settings }: PriceBookSettings) => ({
  name: settings.name, channel_code: settings.channelCode, location_id: settings.locationId, customer_id: settings.customerId, customer_group: settings.customerGroup,
  price_zone: settings.priceZone, region: settings.region, is_event: settings.isEvent, priority: settings.priority, active_from: settings.activeFrom, active_to: settings.activeTo,
  formula: derivedFrom === null ? null : JSON.stringify(derivedFrom.formula), base_book_id: derivedFrom?.bookId ?? null, base_version_id: derivedFrom?.versionId ?? null,
});

/** The scope as the engine reads it: what is not named is absent, so that a book of the market stays as small as it was. */
export const scopeOf = (settings: PriceBookSettings): Omit<ScopedBook, 'bookId' | 'release' | 'prices'> => ({
  name: settings.name, channelCode: settings.channelCode, locationId: settings.locationId,
  ...(settings.customerId === null ? {} : { customerId: settings.customerId }), ...(settings.customerGroup === null ? {} : { customerGroup: settings.customerGroup }),
  ...(settings.priceZone === null ? {} : { priceZone: settings.priceZone }), ...(settings.region === null ? {} : { region: settings.region }), ...(settings.isEvent ? { isEvent: true } : {}),
  priority: settings.priority, activeFrom: settings.activeFrom, activeTo: settings.activeTo,
});

type Scope = Pick<PriceBookSettings, 'channelCode' | 'locationId' | 'customerId' | 'customerGroup' | 'priceZone' | 'region' | 'isEvent'>;

/** True for a book of the whole market. */
export const isForAll = (scope: Scope): boolean =>
  !scope.isEvent && [scope.channelCode, scope.locationId, scope.customerId, scope.customerGroup, scope.priceZone, scope.region].every((part) => part === null);
