// What channels see of the one shelf. A face of its own: whoever sells through a channel reads this and nothing else of it.
export { ChannelExposureQuery, type ListingLimits } from './channel-exposure/channel-exposure.query';
export { PACE_DAYS, SalesPaceQuery } from './channel-exposure/sales-pace.query';
