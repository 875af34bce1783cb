import { declaredAs, inText, replaced, type Sabotage, sabotage, withStatus } from './sabotage.js';

const html = { 'content-type': 'text/html' };

/** Responses whose status, headers or text are wrong. */
export const wrongMessages: readonly Sabotage[] = [
  sabotage(
    'a create is answered as if nothing was created',
    'createCustomer',
    withStatus(200),
    'response.status.undeclared status',
  ),
  sabotage('a status is not declared', 'getCustomer', withStatus(418), 'response.status.undeclared status'),
  sabotage(
    'a call is redirected',
    'createCustomer',
    replaced(307, { location: 'https://elsewhere.example/v0.9/customers' }, ''),
    'response.status.undeclared status',
  ),
  sabotage(
    'JSON is declared as text',
    'getCustomer',
    declaredAs('text/plain'),
    'response.media-type header.content-type',
  ),
  sabotage(
    'a web page is answered',
    'getCustomer',
    replaced(200, html, '<h1>Welcome</h1>'),
    'response.media-type header.content-type',
  ),
  sabotage(
    'a web page is declared as JSON',
    'getCustomer',
    inText(() => '<h1>Welcome</h1>'),
    'response.body.malformed body',
  ),
  sabotage(
    'JSON ends too early',
    'getCustomer',
    inText((text) => text.slice(0, -20)),
    'response.body.malformed body',
  ),
  sabotage(
    'a body is not UTF-8',
    'getCustomer',
    inText((text) => Buffer.from(text.replace('Jane', 'Ján'), 'latin1')),
    'response.body.malformed body',
  ),
  sabotage(
    'a key comes twice',
    'getCustomer',
    inText((text) => text.replace('{', '{"status":"inactive",')),
    'response.body.duplicate-key body.status',
  ),
  sabotage(
    'a body is empty',
    'getCustomer',
    inText(() => ''),
    'response.body.missing body',
  ),
  sabotage(
    'a deletion without a body is answered with one',
    'deleteWebhookEndpoint',
    replaced(200, { 'content-type': 'application/json' }, '{"deleted":true}'),
    'response.status.undeclared status',
  ),
  sabotage(
    'a handler throws, and its framework shows where',
    'createCustomer',
    replaced(500, html, '<pre>TypeError: cannot read id<br>at createCustomer</pre>'),
    'response.media-type header.content-type',
  ),
];
