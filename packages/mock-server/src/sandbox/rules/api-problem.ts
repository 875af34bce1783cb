import type { ApiResponse } from '../../http/message.js';
import { errorResponse, type RefusalDetail } from '../../http/refusal.js';
import type { Dialect } from '../dialect.js';

/** The sandbox refuses a request as the API would. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: readonly RefusalDetail[] | undefined;

  constructor(status: number, code: string, message: string, details?: readonly RefusalDetail[]) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }

  /** The response in the error shape of a dialect. */
  toApiResponse(requestId: string, dialect: Dialect): ApiResponse {
    const { status, code, message, details } = this;
    const headers = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
    return errorResponse(requestId, { status, code, message, details, headers }, dialect);
  }
}

const forgotten = 'Check its id: a reset, and a restart without a state file, forget everything.';

/** 404 for something that does not exist, such as a customer. */
export function notFound(what: string, advice = forgotten): ApiProblem {
  return new ApiProblem(404, 'not_found', `There is no such ${what}. ${advice}`);
}

/** 400 for what is wrong outside of the body. */
export function invalidRequest(details: readonly RefusalDetail[]): ApiProblem {
  return new ApiProblem(400, 'invalid_request', 'The request is not valid.', details);
}

/** 422, or the status of the dialect, for a body that can be read and is not valid. */
export function invalidBody(details: readonly RefusalDetail[]): ApiProblem {
  return new ApiProblem(422, 'validation_failed', 'The request body is not valid.', details);
}

/** Throws a 409 for a customer who was deleted: there is nothing new for them. */
export function refuseInactive({ status }: { readonly status: string }): void {
  if (status === 'inactive')
    throw new ApiProblem(
      409,
      'state_conflict',
      'The customer is inactive. Nothing new can be made for a deleted customer: create another one.',
    );
}
