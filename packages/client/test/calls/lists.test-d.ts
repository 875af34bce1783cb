import type { Customer, CustomerList, OmsClient, Wallet, WebhookEndpoint } from '@oms-sdk/client';

declare const client: OmsClient;

/* CAN await a page, and iterate over items or pages. */
export async function readLists(): Promise<void> {
  const page = await client.customers.list();
  void (page satisfies CustomerList);
  void ([page.hasMore, page.cursor] satisfies [boolean, string | null | undefined]);

  for await (const customer of client.customers.list({ status: 'active' }))
    void (customer satisfies Customer);
  for await (const wallet of client.wallets.list('cst_1')) void (wallet satisfies Wallet);
  for await (const endpoint of client.webhookEndpoints.list()) void (endpoint satisfies WebhookEndpoint);
  for await (const { data } of client.customers.list().pages()) void (data satisfies readonly Customer[]);

  const newest = await client.customers.list().toArray({ limit: 5 });
  void (newest satisfies Customer[]);
  void client.customers.list({ status: 'active', cursor: page.cursor });
  void client.wallets.list('cst_1', { cursor: page.cursor });
  void client.webhookEndpoints.list({ cursor: null });
  const { data, requestId } = await client.wallets.list('cst_1').withResponse();
  void ([data.data, requestId] satisfies [readonly Wallet[], string | undefined]);
}

/* CANNOT take one kind of item for another, collect without a limit, or iterate without awaiting. */
export async function misreadLists(): Promise<void> {
  for await (const customer of client.customers.list()) {
    // @ts-expect-error a customer has no address of a wallet
    void customer.address;
  }
  // @ts-expect-error a list may be longer than the memory
  void client.customers.list().toArray();
  // @ts-expect-error pages come one after the other
  for (const customer of client.customers.list()) void customer;
  // @ts-expect-error a single customer is not a list
  for await (const customer of client.customers.get('cst_1')) void customer;
}
