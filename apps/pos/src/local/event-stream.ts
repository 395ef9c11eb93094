export interface StreamEvent { event: string; data: string }

/** Reads server-sent events from a response: EventSource cannot send the till's token. Comments (heartbeats) count as life, not as events. */
export async function readEventStream(response: Response, onEvent: (event: StreamEvent) => void, onLife: () => void): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onLife();
    text += decoder.decode(value, { stream: true }).replaceAll('\r', '');
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = parseEvent(block);
      if (event.data !== '') onEvent(event);
    }
  }
}

function parseEvent(block: string): StreamEvent {
  const fields = block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).replace(/^ /, '')] as const);
  return {
    event: fields.findLast(([name]) => name === 'event')?.[1] ?? 'message',
    data: fields.filter(([name]) => name === 'data').map(([, value]) => value).join('\n'),
  };
}
