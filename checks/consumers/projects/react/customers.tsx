import type { OmsClient } from '@oms-sdk/client';
import { type OpenapiFetchPaths, openapiFetch } from '@oms-sdk/client/openapi-fetch';
import type { OpenapiQueryClient } from 'openapi-react-query';
import createClient from 'openapi-react-query';
import { Suspense } from 'react';

type Api = OpenapiQueryClient<OpenapiFetchPaths>;

export function Customers({ oms, id }: { oms: OmsClient; id: string }) {
  const api: Api = createClient(openapiFetch(oms));
  return (
    <Suspense fallback="loading">
      <Query api={api} id={id} />
      <Missing api={api} />
      <Suspended api={api} id={id} />
      <Creation api={api} />
      <Pages api={api} />
    </Suspense>
  );
}

function Query({ api, id }: { api: Api; id: string }) {
  const { data } = api.useQuery('get', '/customers/{customerId}', { params: { path: { customerId: id } } });
  return <p id="query">{data?.firstName satisfies string | null | undefined}</p>;
}

function Missing({ api }: { api: Api }) {
  const params = { path: { customerId: 'cst_missing' } };
  const { error } = api.useQuery('get', '/customers/{customerId}', { params }, { retry: false });
  return <p id="missing">{error?.code}</p>;
}

function Suspended({ api, id }: { api: Api; id: string }) {
  const { data } = api.useSuspenseQuery('get', '/customers/{customerId}', {
    params: { path: { customerId: id } },
  });
  return <p id="suspense">{data.firstName}</p>;
}

function Creation({ api }: { api: Api }) {
  const { mutate, data } = api.useMutation('post', '/customers');
  // @ts-expect-error there is no such type of customer
  const createRobot = () => mutate({ body: { type: 'robot' } });
  const create = () => mutate({ body: { type: 'individual', firstName: 'Mona' } });
  return (
    <button id="mutation" type="button" onClick={create} onDoubleClick={createRobot}>
      {data?.firstName}
    </button>
  );
}

function Pages({ api }: { api: Api }) {
  const { data, fetchNextPage } = api.useInfiniteQuery(
    'get',
    '/customers',
    { params: { query: { limit: 2 } } },
    { initialPageParam: null, getNextPageParam: (page) => page.cursor },
  );
  return (
    <button id="infinite" type="button" onClick={() => fetchNextPage()}>
      {data?.pages.map((page) => page.data.length).join('+')}
    </button>
  );
}
