import { readEventStream, type StreamEvent } from './event-stream';

describe('readEventStream', () => {
  it('puts events together across chunks, and takes comments for life only', async () => {
    const chunks = [': hi\n\nevent: st', 'ate\r\ndata: {"release"', ':3}\r\n\r\ndata: a\ndata: b\n\n', 'data: cut off'];
    const body = new ReadableStream<Uint8Array>({ start: (controller) => { for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk)); controller.close(); } });
    const events: StreamEvent[] = [];
    let life = 0;
    await readEventStream({ body } as Response, (event) => events.push(event), () => { life += 1; });
    expect(events).toEqual([{ event: 'state', data: '{"release":3}' }, { event: 'message', data: 'a\nb' }]);
    expect(life).toBe(4);
  });
});
