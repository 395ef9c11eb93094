// What channels see of the one shelf, and what registers may sell of it while they are cut off. A face of its own.
export { ChannelExposureQuery, type ListingLimits } from './channel-exposure/channel-exposure.query';
export { PACE_DAYS, SalesPaceQuery } from './channel-exposure/sales-pace.query';
export { GrantToRegisterUseCase, type Heartbeat } from './grant-to-register/grant-to-register.use-case';
export { SweepGrantsUseCase } from './grant-to-register/sweep-grants.use-case';
