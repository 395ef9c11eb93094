export { coverHours, MOST_COVER_HOURS } from './cover-hours';
export { type ChannelBuffer, type ChannelExposure, type ChannelPool, exposeToChannel, type PoolPlace } from './expose-to-channel';
export { explainIsv, type IsvFacts, type IsvParts } from './explain-isv';
export { exposedUnits, type Exposure } from './exposed-units';
export { isv, type StockViews } from './isv';
export { type ChannelFacts, isvByPlace, isvOfPlaces, type PlaceFacts, type PlaceIsv } from './isv-by-place';
export { type IsvCause, isvCauses, isvCausesOf, mainCause } from './isv-causes';
