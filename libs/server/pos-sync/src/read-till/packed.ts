import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';

const pack = promisify(gzip);
/** Below it the packing costs more than the way. */
const SMALL = 1400;

/** The answer as gzip where the caller takes it: a shop's line is thinner than the server's processor. */
export async function packed<Answer extends object>(reply: FastifyReply, answer: Answer, accepted: string | undefined): Promise<Answer | Buffer> {
  void reply.header('vary', 'accept-encoding');
  if (!accepted?.includes('gzip')) return answer;
  const text = JSON.stringify(answer);
  if (text.length < SMALL) return answer;
  void reply.header('content-type', 'application/json; charset=utf-8').header('content-encoding', 'gzip');
  return pack(text);
}
