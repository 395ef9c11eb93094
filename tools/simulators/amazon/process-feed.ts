import { instantNow, type Listing, type ListingWrite, newUuid } from './amazon-state';
import { listingKey, merchantQuantity, saveListing } from './listing';
import { issuesOf, patched } from './listing-changes';
import type { Work } from './operation';

interface Message {
  messageId: number;
  sku: string;
  operationType: string;
  patches?: unknown[];
}

interface Problem {
  messageId?: number;
  sku?: string;
  code: string;
  severity: 'ERROR' | 'WARNING';
  message: string;
}

/** Applies each message by itself, as a patch would be, and writes the processing report. What cannot be read ends the feed. */
export function processFeed(work: Work, feedId: string): void {
  const { store } = work.state;
  const feed = store.get('feeds', feedId);
  if (feed === undefined || feed.processingStatus !== 'IN_QUEUE') return;
  const started = { ...feed, processingStartTime: instantNow() };
  const content = store.get('feedDocuments', feed.inputFeedDocumentId)?.content ?? '';
  // Other kinds than listings are taken and come to nothing.
  const read = feed.feedType === 'JSON_LISTINGS_FEED' ? readMessages(content) : null;
  if (read === null) {
    store.put('feeds', feedId, { ...started, processingStatus: 'FATAL', processingEndTime: instantNow() });
    return store.flush();
  }
  const problems = read.messages.flatMap((message) => apply(work, read.sellerId, message));
  const wrong = new Set(problems.filter(({ severity }) => severity === 'ERROR').map(({ messageId }) => messageId));
  const report = {
    header: { sellerId: read.sellerId, version: '2.0', feedId }, issues: problems,
    summary: { errors: problems.length, warnings: 0, messagesProcessed: read.messages.length, messagesAccepted: read.messages.length - wrong.size, messagesInvalid: wrong.size },
  };
  const resultFeedDocumentId = `amzn1.tortuga.4.eu.${newUuid()}`;
  store.put('feedDocuments', resultFeedDocumentId, { feedDocumentId: resultFeedDocumentId, contentType: 'application/json', content: JSON.stringify(report) });
  store.put('feeds', feedId, { ...started, processingStatus: 'DONE', processingEndTime: instantNow(), resultFeedDocumentId });
  store.flush();
}

function readMessages(content: string): { sellerId: string; messages: Message[] } | null {
  try {
    const feed = JSON.parse(content) as { header?: { sellerId?: string; version?: string }; messages?: Message[] };
    const isWhole = feed.header?.version === '2.0' && typeof feed.header.sellerId === 'string' && Array.isArray(feed.messages) && feed.messages.length <= 25_000;
    return isWhole ? { sellerId: feed.header?.sellerId ?? '', messages: feed.messages ?? [] } : null;
  } catch {
    return null;
  }
}

function apply(work: Work, sellerId: string, message: Message): Problem[] {
  const { store } = work.state;
  const problem = (code: string, text: string): Problem => ({ messageId: message.messageId, sku: message.sku, code, severity: 'ERROR', message: text });
  const listing = store.get('listings', listingKey(sellerId, message.sku));
  if (listing === undefined) return [problem('13013', `SKU '${message.sku}' not found.`)];
  if (message.operationType !== 'PATCH') return [problem('90000', `The simulator takes PATCH messages, not ${message.operationType}.`)];
  try {
    const changed: Listing = { ...listing, attributes: patched(listing.attributes, { patches: message.patches }) };
    const issues = issuesOf(changed.attributes);
    const write: ListingWrite = { id: newUuid(), sku: listing.sku, operation: 'feed', receivedAt: Date.now(), quantity: merchantQuantity(changed.attributes), status: issues.length === 0 ? 'ACCEPTED' : 'INVALID', submissionId: newUuid() };
    store.put('writes', write.id, write);
    if (issues.length === 0) saveListing(work, changed);
    return issues.map((issue) => problem(issue.code, issue.message));
  } catch (error) {
    return [problem('4000000', error instanceof Error ? error.message : 'The message cannot be read.')];
  }
}
