/** The part of the WHATWG `fetch` this SDK calls: always with an absolute URL and plain options. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;
