import { BundleRecipes } from '@oneshelf/server-catalog/bundles';

/** For stock that is wired by hand and sells no bundles: nothing is made of anything, and nothing is read. */
class NoBundles extends BundleRecipes {
  constructor() {
    super(undefined as never);
  }
  override of = () => Promise.resolve(NOTHING);
  override all = () => Promise.resolve(NOTHING);
  override containing = () => Promise.resolve([]);
}

const NOTHING = new Map<string, never>();

export const noBundles: BundleRecipes = new NoBundles();
