// Serves the spec with @scalar/mock-server, which has no command of its own: node scalar-mock.mjs <port>.
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { createMockServer } from '@scalar/mock-server';

const file = new URL('../../openapi/generated/openapi.json', import.meta.url);
const app = await createMockServer({ document: JSON.parse(readFileSync(file, 'utf8')) });
serve({ fetch: app.fetch, port: Number(process.argv[2]), hostname: '127.0.0.1' });
