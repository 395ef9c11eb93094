export { explainRoute } from './explain-route';
export { route } from './route';
export type { CannotRoute, RouteLine, RouteLocation, RoutePart, RoutePlan, RouteReason, RouteRequest, RouteVerdict } from './route-plan';
