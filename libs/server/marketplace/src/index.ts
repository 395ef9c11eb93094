export { ListingFacts } from './listing-facts/listing-facts.query';
