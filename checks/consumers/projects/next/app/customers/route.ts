import { OmsClient } from '@oms-sdk/client';

/** Its credentials are there when it runs, not when it is built. */
const oms = new OmsClient();

export async function GET(request: Request): Promise<Response> {
  const name = new URL(request.url).searchParams.get('name') ?? '';
  const { id } = await oms.customers.create({ type: 'individual', firstName: name });
  const { firstName } = await oms.customers.get(id);
  return Response.json({ firstName });
}
