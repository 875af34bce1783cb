/** Where each operation of the spec is found. A test holds this against the spec. */
export const routes = {
  createToken: 'POST /auth/token',
  createCustomer: 'POST /customers',
  listCustomers: 'GET /customers',
  getCustomer: 'GET /customers/{customerId}',
  updateCustomer: 'PATCH /customers/{customerId}',
  deleteCustomer: 'DELETE /customers/{customerId}',
  createWallet: 'POST /customers/{id}/wallets',
  listWallets: 'GET /customers/{id}/wallets',
  getWallet: 'GET /wallets/{id}',
  getWalletBalance: 'GET /wallets/{id}/balance',
  createWebhookEndpoint: 'POST /webhooks',
  listWebhookEndpoints: 'GET /webhooks',
  getWebhookEndpoint: 'GET /webhooks/{id}',
  updateWebhookEndpoint: 'PATCH /webhooks/{id}',
  deleteWebhookEndpoint: 'DELETE /webhooks/{id}',
  listExternalAccountSchemas: 'GET /external-accounts/schemas',
  createExternalAccount: 'POST /customers/{id}/external-accounts',
} as const;

/** The name of an operation the sandbox knows. */
export type OperationId = keyof typeof routes;

/** The operation a request is for. */
export interface FoundRoute {
  readonly operationId: OperationId;
  readonly template: string;
  readonly pathParameters: Readonly<Record<string, string>>;
}

const known = Object.entries(routes).map(([operationId, route]) => {
  const [method = '', template = ''] = route.split(' ');
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const pattern = new RegExp(`^${template.replaceAll(/\{\w+\}/g, '([^/]+)')}$`);
  return { operationId: operationId as OperationId, method, template, names, pattern };
});

/** The route of a method and a path below the base path; the methods of the path when it has others; undefined for no such path. */
export function findRoute(method: string, path: string): FoundRoute | readonly string[] | undefined {
  const ofPath = known.filter(({ pattern }) => pattern.test(path));
  const route = ofPath.find((candidate) => candidate.method === method);
  if (route === undefined) return ofPath.length === 0 ? undefined : ofPath.map((other) => other.method);
  const [, ...values] = route.pattern.exec(path) ?? [];
  const pairs = values.map((value, index) => [route.names[index] ?? '', decodeURIComponent(value)]);
  const { operationId, template } = route;
  return { operationId, template, pathParameters: Object.fromEntries(pairs) as Record<string, string> };
}
