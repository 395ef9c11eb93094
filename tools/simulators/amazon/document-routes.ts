import type { FastifyInstance } from 'fastify';
import type { AmazonState } from './amazon-state';

const MOST_BYTES = 64 * 1024 * 1024;

/** The store behind a feed document's signed address: uploaded once, read as often as one likes, without a token. */
export function documentRoutes(app: FastifyInstance, { store }: AmazonState): void {
  void app.register((documents, _options, done) => {
    documents.removeAllContentTypeParsers();
    documents.addContentTypeParser('*', { parseAs: 'string', bodyLimit: MOST_BYTES }, (_request, body, parsed) => parsed(null, body));
    documents.put<{ Params: { id: string } }>('/_documents/:id', { bodyLimit: MOST_BYTES }, (request, reply) => {
      const document = store.get('feedDocuments', request.params.id);
      if (document === undefined) return reply.code(403).send('AccessDenied');
      store.put('feedDocuments', request.params.id, { ...document, content: String(request.body ?? '') });
      store.flush();
      return reply.code(200).send();
    });
    documents.get<{ Params: { id: string } }>('/_documents/:id', (request, reply) => {
      const document = store.get('feedDocuments', request.params.id);
      return document?.content ? reply.type(document.contentType).send(document.content) : reply.code(403).send('AccessDenied');
    });
    done();
  });
}
