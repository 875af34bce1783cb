import { expect, test } from 'vitest';
import { messagesIn } from '../src/read-stream.js';

async function read(chunks: readonly string[]) {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
      controller.close();
    },
  });
  return collect(messagesIn(body));
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const text = 'id: ab-1\nevent: changes\ndata: {"a":"ü: x"}\n\nevent: end\ndata: {}\n\n';
const messages = [
  { id: 'ab-1', event: 'changes', data: '{"a":"ü: x"}' },
  { event: 'end', data: '{}' },
];

test('messages are read wherever the pieces are cut', async () => {
  expect(await read([text])).toEqual(messages);
  expect(await read([...text])).toEqual(messages);
});

test('a message that is not over is none', async () => {
  expect(await read(['event: begin\ndata: {}'])).toEqual([]);
});
