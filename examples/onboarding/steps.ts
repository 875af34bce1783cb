import type { Customer, OmsClient } from '@oms-sdk/client';
import type { Receiver } from './receiver.js';

/** What one step hands to the next. */
export interface Story {
  readonly receiver: Receiver;
  customerId?: string;
  endorsements?: string;
  walletAddress?: string;
  status?: string;
}

/** The fields worth showing, by name. */
export type Outcome = Readonly<Record<string, unknown>>;

/** One step of the onboarding guide. */
export interface Step {
  readonly title: string;
  /** What goes wrong during the step, as a fault rule of the mock server. */
  readonly fault?: string;
  readonly run: (oms: OmsClient, story: Story) => Promise<Outcome>;
}

/** The onboarding guide, https://docs.polygon.technology/payments/guides/customer-onboarding, with its own bodies. */
export const steps: readonly Step[] = [
  {
    title: 'Exchange the API key for a bearer token',
    run: async (oms) => {
      const token = await oms.auth.createToken({
        apiKey: 'sk_sdbx_example',
        apiSecret: 'example-api-secret',
      });
      return { tokenType: token.tokenType, expiresIn: token.expiresIn };
    },
  },
  {
    title: 'Register a webhook endpoint (the client first fetches a token of its own)',
    run: async (oms, { receiver }) => {
      const endpoint = await oms.webhookEndpoints.create({
        url: receiver.url,
        events: ['customer.endorsement.granted'],
      });
      receiver.trust(endpoint.secret ?? '');
      return { id: endpoint.id, status: endpoint.status };
    },
  },
  {
    title: 'Create Alice',
    run: async (oms, story) => {
      const alice = await oms.customers.create(
        {
          type: 'individual',
          firstName: 'Alice',
          lastName: 'Martin',
          email: 'alice@example.com',
          phone: '+12125551234',
          birthDate: '1990-05-15',
          nationality: 'US',
          externalId: 'usr_7890',
          signedAgreement: true,
        },
        { idempotencyKey: 'cst-alice-001' },
      );
      story.customerId = alice.id;
      return { id: alice.id, status: alice.status, endorsements: endorsementsOf(alice) };
    },
  },
  {
    title: 'Find her by your own id',
    run: async (oms) => {
      const page = await oms.customers.list({ externalId: 'usr_7890' });
      return { found: page.data.map(({ id }) => id).join(', '), hasMore: page.hasMore };
    },
  },
  {
    title: 'See what is still missing',
    run: async (oms, story) => {
      const customer = await oms.customers.get(idOf(story));
      return {
        status: customer.status,
        endorsements: endorsementsOf(customer),
        missing: missingOf(customer),
      };
    },
  },
  {
    title: 'Add her address and a document (the checks take a second)',
    run: async (oms, story) => {
      const customer = await oms.customers.update(idOf(story), {
        residentialAddress: {
          line1: '123 Main St',
          city: 'New York',
          state: 'NY',
          country: 'US',
          zipCode: '10001',
        },
        identifyingInformation: [{ type: 'passport', issuingCountry: 'US', number: 'X0000000' }],
        endorsements: ['basic', 'cryptoCustody', 'usd'],
      });
      return { updatedAt: customer.updatedAt, endorsements: endorsementsOf(customer) };
    },
  },
  {
    title: 'Wait for the cryptoCustody endorsement',
    run: async (oms, story) => {
      const customer = await oms.customers.waitForEndorsement(idOf(story), 'cryptoCustody');
      story.endorsements = endorsementsOf(customer);
      return { endorsements: story.endorsements };
    },
  },
  {
    title: 'Receive the webhook event',
    run: async (_, { receiver }) => {
      const { event, data } = await receiver.granted('cryptoCustody');
      return { event, customer: data.id, signature: 'verified' };
    },
  },
  {
    title: 'Create a wallet, although the connection breaks before the response arrives',
    fault: 'reset-after; operation=createWallet; nth=1',
    run: async (oms, story) => {
      const options = { idempotencyKey: 'wlt-alice-polygon-001' };
      const wallet = await oms.wallets.create(idOf(story), { asset: 'usdc', chain: 'polygon' }, options);
      story.walletAddress = wallet.address;
      const { data } = await oms.wallets.list(idOf(story));
      return { id: wallet.id, chain: wallet.chain, address: wallet.address, walletCount: data.length };
    },
  },
  {
    title: 'Register her bank account (announced, not available in the real API yet)',
    run: async (oms, story) => {
      const account = await oms.externalAccounts.create(idOf(story), {
        type: 'usBank',
        network: 'ach',
        owner: { name: 'Alice Martin', type: 'individual' },
        bankDetails: {
          accountNumber: '000123456789',
          routingNumber: '021000021',
          accountType: 'checking',
          bankName: 'Chase',
        },
      });
      return { id: account.id, status: account.status };
    },
  },
  {
    title: 'Delete her (the record stays, as inactive)',
    run: async (oms, story) => {
      const customer = await oms.customers.delete(idOf(story));
      story.status = customer.status;
      return { id: customer.id, status: customer.status };
    },
  },
];

function idOf({ customerId }: Story): string {
  if (customerId === undefined) throw new Error('The customer was not created.');
  return customerId;
}

function endorsementsOf({ endorsements }: Customer): string {
  return endorsements.map(({ type, name, status }) => `${type ?? name} ${status}`).join(', ') || 'none yet';
}

function missingOf({ endorsements }: Customer): string {
  return (
    [...new Set(endorsements.flatMap(({ requirements }) => requirements?.missing ?? []))].join(', ') ||
    'nothing'
  );
}
