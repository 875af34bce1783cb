import * as Sentry from '@sentry/node';

Sentry.init({
  dsn: 'https://key@sentry.example/1',
  tracesSampleRate: 1,
  propagateTraceparent: true,
  transport: () => ({ send: async () => ({}), flush: async () => true }),
});
const { callOnce, report } = await import('./call-once.js');
const headers = await Sentry.startSpan({ name: 'job' }, callOnce);
report(headers, { isSentry: 'sentry-trace' in headers });
process.exit(0);
