import type { Middleware } from '@oms-sdk/client';
import { SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';

/** A span for each attempt, with the names of OpenTelemetry's HTTP conventions. URL and body stay out: they may contain personal data. */
export function tracing(tracer: Tracer): Middleware {
  return (request, next, { operation, attempt, idempotencyKey }) => {
    const attributes = {
      'http.request.method': request.method,
      'http.request.resend_count': attempt - 1,
      'url.template': operation.split(' ')[1] ?? '',
      ...(idempotencyKey !== undefined && { 'oms.idempotency_key': idempotencyKey }),
    };
    return tracer.startActiveSpan(operation, { kind: SpanKind.CLIENT, attributes }, async (span) => {
      try {
        const response = await next(request);
        span.setAttribute('http.response.status_code', response.status);
        if (response.status >= 400) span.setStatus({ code: SpanStatusCode.ERROR });
        return response;
      } catch (error) {
        span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
  };
}
