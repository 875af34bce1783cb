import type { WholeDelivery } from '../admin-api.js';
import { Body, Message } from '../parts/message.js';
import type { Store } from '../store.js';
import { useAdmin } from '../use-admin.js';
import { timeOfDay } from './exchanges.js';

/** A delivery in full: its event, and each attempt with what was sent and what the receiver responded. */
export function DeliveryDetail({ store, id }: { readonly store: Store; readonly id: string }) {
  const route = `deliveries/${encodeURIComponent(id)}`;
  const { result, problem } = useAdmin<WholeDelivery>(route, [store.shown.deliveries]);
  if (problem !== undefined) return <p role="alert">{problem}</p>;
  if (result === undefined) return <p>Reading …</p>;
  const { event, url, state, dueAt, attempts, history, body } = result;
  return (
    <section aria-label="The delivery in full" class="detail">
      <h3>
        {event} {id}
      </h3>
      <p>
        It is <strong>{state}</strong>
        {url === null ? '; its endpoint is disabled or deleted' : <> to {url}</>}
        {dueAt !== null && <>; the next attempt is due at {dueAt} on the clock of the sandbox</>}
      </p>
      <h4>The event</h4>
      <Body text={body} />
      {history.length < attempts.length && (
        <p>
          {store.isRecording
            ? 'Older attempts are forgotten.'
            : 'Attempts are not recorded (start with --studio).'}
        </p>
      )}
      {history.map((attempt, index) => (
        <details key={attempt.attempt} open={index === history.length - 1}>
          <summary>
            Attempt {attempt.attempt} at {timeOfDay(attempt.time)}:{' '}
            {attempt.status || (attempt.neverCalled ?? attempt.failure ?? 'no response')},{' '}
            {attempt.durationMs} ms
            {attempt.retryInMs !== undefined && `, again in ${Math.round(attempt.retryInMs / 1000)} s`}
          </summary>
          <Message title="Request" message={{ ...attempt.request, body: { text: '', bytes: 0 } }} />
          {attempt.response === undefined ? (
            <p>
              {attempt.status === 0
                ? 'No response came.'
                : 'Nothing but the status is known of the response.'}
            </p>
          ) : (
            <Message title="Response of the receiver" message={attempt.response} />
          )}
        </details>
      ))}
    </section>
  );
}
