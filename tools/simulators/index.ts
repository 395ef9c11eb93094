export { startStripeSimulator, stripeRoutes, type StripeSimulator, type StripeSimulatorOptions } from './stripe/start-stripe-simulator';
export { signatureHeader } from './stripe/signature';
export { amazonOperations, startAmazonSimulator, type AmazonSimulator, type AmazonSimulatorOptions } from './amazon/start-amazon-simulator';
