export type { Channel, ChannelPoolSettings, ChannelShippingMethod, Directory, Location, Market, Register } from './directory';
export { SetShippingMethodsUseCase } from './channel-settings/set-shipping-methods.use-case';
export { OrganisationDirectory } from './organisation-directory';
export { OrganisationHttpModule } from './organisation-http.module';
export { OrganisationModule } from './organisation.module';
export { TradingDay } from './trading-day';
