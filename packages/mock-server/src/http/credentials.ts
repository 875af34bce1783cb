const wayToOne = 'Exchange your API key at POST /auth/token, and send Authorization: Bearer <accessToken>.';

/** Why an `Authorization` header holds no bearer token, and the way to one. Nothing of the header is in it. */
export function withoutBearer(authorization: string | undefined): string {
  if (authorization === undefined || authorization === '')
    return `The Authorization header is missing. ${wayToOne}`;
  if (/^bearer *$/i.test(authorization))
    return `The Authorization header has no token behind Bearer. ${wayToOne}`;
  if (/^basic\b/i.test(authorization))
    return `The Authorization header has the scheme Basic, and this API takes Bearer. ${wayToOne}`;
  if (/^(?:sk_|pk_|eyJ|tok_)\S*$/.test(authorization))
    return `The Authorization header has a key or a token without the word Bearer before it. ${wayToOne}`;
  return `The Authorization header has another scheme than Bearer. ${wayToOne}`;
}

/** Why a bearer token that the sandbox does not know is none, and the way to one. Nothing of the token is in it. */
export function unknownToken(token: string): string {
  if (/^[sp]k_/.test(token)) return `This is an API key, which is not sent itself. ${wayToOne}`;
  if (/^eyJ[^.]*\.[^.]+\.[^.]*$/.test(token))
    return `This token comes from another issuer; the sandbox takes only its own. ${wayToOne}`;
  if (/^tok_[0-9A-Z]{26}$/.test(token))
    return `This token comes from another sandbox, or from before this one was reset. ${wayToOne}`;
  return `This is no token that the sandbox issued. ${wayToOne}`;
}

/** Why a token that was good is none any more. */
export const expiredToken = `This token has expired; tokens live an hour. ${wayToOne}`;
