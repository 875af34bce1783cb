import type { ClientOptions, OverridableOptions, RequestOptions, WaitOptions } from '@oms-sdk/client';
import type { NodeFetchOptions } from '@oms-sdk/client/node';
import type {
  SignWebhookOptions,
  VerifyWebhookOptions,
  WebhookHandlerOptions,
} from '@oms-sdk/client/webhooks';

/** All that may be left out of `Options`, set to `undefined`. */
type Unset<Options> = {
  [Name in keyof Options as object extends Pick<Options, Name> ? Name : never]: undefined;
};

declare function unset<Options>(): Unset<Options>;

/* CAN be undefined, as `process.env.OMS_API_KEY` and `error.idempotencyKey` may be, also with exactOptionalPropertyTypes. */
unset<ClientOptions>() satisfies ClientOptions;
unset<OverridableOptions>() satisfies OverridableOptions;
unset<RequestOptions>() satisfies RequestOptions;
unset<WaitOptions>() satisfies WaitOptions;
unset<NodeFetchOptions>() satisfies NodeFetchOptions;
unset<VerifyWebhookOptions>() satisfies VerifyWebhookOptions;
unset<SignWebhookOptions>() satisfies SignWebhookOptions;
unset<WebhookHandlerOptions>() satisfies Partial<WebhookHandlerOptions>;
