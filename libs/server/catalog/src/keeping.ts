// For the lib that knows what stock there is: how a variant is kept changes only where nothing would become unexplained.
export { HowKeptRepository, type KeptVariant } from './how-kept/how-kept.repository';
