import { fence, page, prose } from './markdown.js';
import { bodySections, confidenceLine, sourceLink } from './operation-page.js';
import type { OperationView, SpecView } from './spec-view.js';

/** One page for all events that OMS sends. */
export function webhookPage(spec: SpecView): string {
  return page(
    '# Webhook events',
    `OMS sends these to your webhook endpoints. Verify each delivery before you read it; the
[webhooks guide](../guides/webhooks.md) shows how. Names and bodies differ between versions of the documentation, so
expect events that are not listed here.`,
    ...spec.webhooks.flatMap((event) => eventSections(event, spec)),
  );
}

function eventSections(event: OperationView, spec: SpecView): string[] {
  const isPlain = /^[\w.]+$/.test(event.path);
  return [
    `## ${prose(event.path)}`,
    [prose(`${event.summary}.`), prose(event.description)].join(' ').trim(),
    confidenceLine(event),
    isPlain ? fence('ts', handler(event.path)) : '',
    ...(event.body === undefined ? [] : bodySections(event.body, spec)),
    `Source: ${event.sources.map(sourceLink).join(', ')}.`,
  ];
}

function handler(name: string): string {
  return `import { createWebhookHandler } from '@oms-sdk/client/webhooks';

export const POST = createWebhookHandler({
  secret: process.env['OMS_WEBHOOK_SECRET'] ?? '',
  on: { '${name}': ({ event }) => console.log(event) },
});`;
}
