import type { components } from './schema.ts';

/** An error as the server answers it. */
export type Problem = components['schemas']['Problem'];

/** The server refused or failed at what it was asked for, in its own fixed words. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  /** Of the answer; 0 where nobody answered. */
  readonly status: number;

  constructor(problem: Problem, status: number) {
    super(problem.error);
    this.problem = problem;
    this.status = status;
  }
}

/** The problem an answer tells; something in front of the server may answer in other ways. */
export function problemIn(answer: unknown): Problem {
  if (!isObject(answer) || typeof answer['error'] !== 'string' || typeof answer['message'] !== 'string') {
    return { error: 'no-answer', message: 'The server does not answer as it should.' };
  }
  const { error, message, remedy, at, id } = answer;
  return {
    ...{ error, message },
    ...(typeof remedy === 'string' ? { remedy } : {}),
    ...(typeof at === 'string' ? { at } : {}),
    ...(typeof id === 'string' ? { id } : {}),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
