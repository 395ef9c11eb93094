import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type DeviceActor, Till } from '@oneshelf/platform';
import type { FastifyReply } from 'fastify';
import { StateWatcher } from './state-watcher';

const KEEP_ALIVE_MS = 5_000;

@ApiTags('till')
@Controller('pos/changes')
export class ChangesController {
  constructor(private readonly watcher: StateWatcher) {}

  /** Server-sent events: `state` with a TillState, at once and at each change; a comment every 5 s tells a silent line from a dead one. */
  @Get()
  @Till()
  async watch(@CurrentActor() device: DeviceActor, @Res() reply: FastifyReply): Promise<void> {
    const stream = reply.hijack().raw;
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' });
    const stop = await this.watcher.listen(device.locationId, (state) => void stream.write(`event: state\ndata: ${JSON.stringify(state)}\n\n`));
    const keepAlive = setInterval(() => void stream.write(': still here\n\n'), KEEP_ALIVE_MS);
    stream.once('close', () => {
      clearInterval(keepAlive);
      stop();
    });
  }
}
