export { exposedUnits, type Exposure } from './exposed-units';
export { isv, type StockViews } from './isv';
