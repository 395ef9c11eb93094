import { newUuid, type FeedDocument, type FeedRecord, instantNow } from './amazon-state';
import { processFeed } from './process-feed';
import { instantOf, marketplacesOf, objectOf, textOf, type Answer, type Call, type Operation } from './operation';
import { invalidInput, notFound } from './sp-api-error';

const model = 'feeds_2021-06-30';
const feeds = '/feeds/2021-06-30/feeds';
const documents = '/feeds/2021-06-30/documents';

export const feedOperations: Operation[] = [
  { operationId: 'createFeedDocument', model, method: 'POST', path: documents, ratePerSecond: 0.5, burst: 15, run: createDocument },
  { operationId: 'getFeedDocument', model, method: 'GET', path: `${documents}/:feedDocumentId`, ratePerSecond: 0.0222, burst: 10, run: getDocument },
  { operationId: 'createFeed', model, method: 'POST', path: feeds, ratePerSecond: 0.0083, burst: 15, run: createFeed },
  { operationId: 'getFeeds', model, method: 'GET', path: feeds, ratePerSecond: 0.0222, burst: 10, run: getFeeds },
  { operationId: 'getFeed', model, method: 'GET', path: `${feeds}/:feedId`, ratePerSecond: 2, burst: 15, run: (call) => ({ status: 200, body: shown(feedOf(call)) }) },
  { operationId: 'cancelFeed', model, method: 'DELETE', path: `${feeds}/:feedId`, ratePerSecond: 2, burst: 15, run: cancel },
];

const STATUSES = ['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE'];
const FEED_TYPE = /^[A-Z][A-Z0-9_]+$/;

function createDocument(call: Call): Answer {
  const contentType = textOf(objectOf(call.body, 'The body')['contentType'], 'contentType');
  const document: FeedDocument = { feedDocumentId: `amzn1.tortuga.4.eu.${newUuid()}`, contentType, content: null };
  call.state.store.put('feedDocuments', document.feedDocumentId, document);
  return { status: 201, body: { feedDocumentId: document.feedDocumentId, url: addressOf(call, document) } };
}

/** Where the contents go and come from: a signed address, without a token. */
const addressOf = (call: Call, document: FeedDocument): string => `${call.state.origin}/_documents/${document.feedDocumentId}`;

function getDocument(call: Call): Answer {
  const id = call.path['feedDocumentId'] ?? '';
  // A text that cannot be an id is a bad request; an id that nobody has is unknown.
  if (!/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw invalidInput(`Invalid id: ${id}.`);
  const document = call.state.store.get('feedDocuments', id);
  if (document === undefined) throw notFound(`There is no feed document ${id}.`);
  return { status: 200, body: { feedDocumentId: document.feedDocumentId, url: addressOf(call, document) } };
}

function createFeed(call: Call): Answer {
  const body = objectOf(call.body, 'The body');
  const feedType = textOf(body['feedType'], 'feedType');
  if (!FEED_TYPE.test(feedType)) throw invalidInput(`Invalid feed type: ${feedType}.`);
  const marketplaceIds = body['marketplaceIds'];
  if (!Array.isArray(marketplaceIds) || marketplaceIds.length === 0) throw invalidInput('marketplaceIds is required and must hold at least one marketplace.');
  const inputFeedDocumentId = textOf(body['inputFeedDocumentId'], 'inputFeedDocumentId');
  const document = call.state.store.get('feedDocuments', inputFeedDocumentId);
  if (document === undefined || document.content === null) throw invalidInput(`The feed document ${inputFeedDocumentId} is not there, or nothing was uploaded to it.`);
  const feed: FeedRecord = { feedId: String(50_000_000_000 + call.state.store.all('feeds').length), feedType, marketplaceIds: marketplaceIds.map(String), createdTime: instantNow(), processingStatus: 'IN_QUEUE', inputFeedDocumentId };
  call.state.store.put('feeds', feed.feedId, feed);
  setTimeout(() => processFeed(call, feed.feedId), call.state.settings.feedMs).unref();
  return { status: 202, body: { feedId: feed.feedId } };
}

const feedOf = (call: Call): FeedRecord => {
  const feed = call.state.store.get('feeds', call.path['feedId'] ?? '');
  if (feed === undefined) throw notFound(`There is no feed ${call.path['feedId'] ?? ''}.`);
  return feed;
};

const shown = ({ inputFeedDocumentId: _hidden, ...feed }: FeedRecord): object => feed;

function getFeeds(call: Call): Answer {
  const types = call.query.list('feedTypes');
  const statuses = call.query.choices('processingStatuses', STATUSES);
  const since = call.query.text('createdSince');
  if (types.length === 0) throw invalidInput('feedTypes is required, or a nextToken.');
  if (call.query.list('marketplaceIds').length > 0) marketplacesOf(call);
  const from = since === undefined ? 0 : instantOf(since, 'createdSince');
  const found = call.state.store.all('feeds').filter((feed) => types.includes(feed.feedType) && (statuses.length === 0 || statuses.includes(feed.processingStatus)) && Date.parse(feed.createdTime) >= from);
  return { status: 200, body: { feeds: found.slice(-10).reverse().map(shown) } };
}

function cancel(call: Call): Answer {
  const feed = feedOf(call);
  if (feed.processingStatus !== 'IN_QUEUE') throw invalidInput(`The feed ${feed.feedId} is ${feed.processingStatus} and cannot be cancelled.`);
  call.state.store.put('feeds', feed.feedId, { ...feed, processingStatus: 'CANCELLED' });
  return { status: 200, body: {} };
}
