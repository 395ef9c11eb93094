// What bundles and kits are made of: for the lib that keeps their components, and for those that show them. A face of its own.
export { BundleRecipes, type RecipeComponent } from './bundle-recipes/bundle-recipes.query';
export { RecipeRepository } from './bundle-recipes/recipe.repository';
