export { createApiClient, type ApiClient, type ApiClientOptions, type Reply } from './api-client';
export { ApiProblem } from './api-problem';
export { createApiQueries } from './api-queries';
export type { AnswerOf, PathOf, RequestOf } from './api-types';
