import { newUuid, type Destination, type Subscription } from './amazon-state';
import { objectOf, textOf, type Answer, type Call, type Operation } from './operation';
import { invalidInput, notFound, SpApiError } from './sp-api-error';

const plan = { model: 'notifications', ratePerSecond: 1, burst: 5 } as const;
const subscriptions = '/notifications/v1/subscriptions/:notificationType';
const destinations = '/notifications/v1/destinations';

export const notificationOperations: Operation[] = [
  { ...plan, operationId: 'createDestination', method: 'POST', path: destinations, run: createDestination },
  { ...plan, operationId: 'getDestinations', method: 'GET', path: destinations, run: (call) => payload(call.state.store.all('destinations')) },
  { ...plan, operationId: 'getDestination', method: 'GET', path: `${destinations}/:destinationId`, run: (call) => payload(destinationOf(call, call.path['destinationId'] ?? '')) },
  { ...plan, operationId: 'deleteDestination', method: 'DELETE', path: `${destinations}/:destinationId`, run: deleteDestination },
  { ...plan, operationId: 'createSubscription', method: 'POST', path: subscriptions, run: createSubscription },
  { ...plan, operationId: 'getSubscription', method: 'GET', path: subscriptions, run: getSubscription },
  { ...plan, operationId: 'getSubscriptionById', method: 'GET', path: `${subscriptions}/:subscriptionId`, run: (call) => payload(shown(subscriptionOf(call))) },
  { ...plan, operationId: 'deleteSubscriptionById', method: 'DELETE', path: `${subscriptions}/:subscriptionId`, run: deleteSubscription },
];

const payload = (value: object): Answer => ({ status: 200, body: { payload: value } });

function createDestination(call: Call): Answer {
  const body = objectOf(call.body, 'The body');
  const name = textOf(body['name'], 'name');
  const specification = objectOf(body['resourceSpecification'], 'resourceSpecification');
  if (specification['sqs'] === undefined && specification['eventBridge'] === undefined) throw invalidInput('resourceSpecification needs sqs or eventBridge.');
  const destination: Destination = { destinationId: newUuid(), name, resource: specification };
  call.state.store.put('destinations', destination.destinationId, destination);
  return payload(destination);
}

// A text that cannot be an id is a bad request; an id that nobody has is unknown.
function refuseOddId(id: string): void {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw invalidInput(`Invalid id: ${id}.`);
}

function destinationOf(call: Call, id: string): Destination {
  refuseOddId(id);
  const found = call.state.store.get('destinations', id);
  if (found === undefined) throw notFound(`There is no destination ${id}.`);
  return found;
}

function deleteDestination(call: Call): Answer {
  const { destinationId } = destinationOf(call, call.path['destinationId'] ?? '');
  call.state.store.remove('destinations', destinationId);
  return { status: 200, body: {} };
}

// Amazon has 30 types; the simulator sends three of them and takes subscriptions for all.
function typeOf(call: Call): string {
  const type = call.path['notificationType'] ?? '';
  if (!/^[A-Z][A-Z0-9_]+$/.test(type)) throw invalidInput(`Invalid notification type: ${type}.`);
  return type;
}

function createSubscription(call: Call): Answer {
  const notificationType = typeOf(call);
  const body = objectOf(call.body, 'The body');
  const { destinationId } = destinationOf(call, textOf(body['destinationId'], 'destinationId'));
  const payloadVersion = textOf(body['payloadVersion'], 'payloadVersion');
  if (byType(call, notificationType) !== undefined) throw new SpApiError(409, 'Conflict', `A subscription for ${notificationType} exists already.`);
  const directive = body['processingDirective'];
  const subscription: Subscription = { subscriptionId: newUuid(), notificationType, payloadVersion, destinationId, ...(typeof directive === 'object' && directive !== null ? { processingDirective: directive } : {}) };
  call.state.store.put('subscriptions', subscription.subscriptionId, subscription);
  return payload(shown(subscription));
}

const byType = (call: Call, type: string): Subscription | undefined => call.state.store.all('subscriptions').find(({ notificationType }) => notificationType === type);

function shown({ notificationType: _type, ...subscription }: Subscription): object {
  return subscription;
}

function getSubscription(call: Call): Answer {
  const found = byType(call, typeOf(call));
  if (found === undefined) throw notFound('There is no subscription for this notification type.');
  return payload(shown(found));
}

function subscriptionOf(call: Call): Subscription {
  refuseOddId(call.path['subscriptionId'] ?? '');
  const found = call.state.store.get('subscriptions', call.path['subscriptionId'] ?? '');
  if (found === undefined || found.notificationType !== typeOf(call)) throw notFound(`There is no such subscription: ${call.path['subscriptionId']}.`);
  return found;
}

function deleteSubscription(call: Call): Answer {
  call.state.store.remove('subscriptions', subscriptionOf(call).subscriptionId);
  return { status: 200, body: {} };
}
