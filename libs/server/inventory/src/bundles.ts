// What the bundles of orders were made of, for those who show their lines.
export { SoldBundles, type SoldComponent } from './bundles/sold-bundles.query';
