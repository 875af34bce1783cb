import { type Answer, jsonAnswer } from '../message/answer.js';

/** One rejected part of a request. */
export interface ProblemDetail {
  /** Dotted, such as `body.signedAgreement`. */
  readonly location: string;
  readonly code: string;
  readonly message: string;
}

/** The sandbox refuses a request as the API would. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: readonly ProblemDetail[] | undefined;

  constructor(status: number, code: string, message: string, details?: readonly ProblemDetail[]) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }

  /** The answer in the API's error shape. */
  toAnswer(requestId: string): Answer {
    const { status, code, message, details } = this;
    return jsonAnswer(status, { code, message, requestId, ...(details && { details }) });
  }
}

/** 404 for a resource that is not there. */
export function notFound(): ApiProblem {
  return new ApiProblem(404, 'not_found', 'There is no such resource.');
}

/** 409 for a resource whose state does not allow the request. */
export function stateConflict(message: string): ApiProblem {
  return new ApiProblem(409, 'state_conflict', message);
}
