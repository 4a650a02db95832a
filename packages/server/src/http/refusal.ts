import { workRefusals } from '../work/refusals.ts';

interface Words {
  readonly status: number;
  readonly message: string;
  readonly remedy?: string;
}

/** Every reason the server itself refuses a request for: what a client may rely on, and what a person reads. */
export const refusals = {
  ...workRefusals,
  unreadable: {
    status: 400,
    message: 'The request is not what this route takes.',
    remedy: 'See /api/openapi.json for its shape.',
  },
  'not-signed-in': { status: 401, message: 'You are not signed in.', remedy: 'Sign in at /sign-in.' },
  'sign-in-failed': {
    status: 401,
    message: 'Name, password or code are not right, or too old.',
    remedy: 'Try again; an administrator can give you a new code.',
  },
  revoked: { status: 403, message: 'You may not sign in here.', remedy: 'Ask an administrator of this server.' },
  password: {
    status: 422,
    message: 'This password is too easy to guess.',
    remedy: 'Take 15 to 128 characters, such as a few words; it need not have digits or signs.',
  },
  closed: { status: 404, message: 'This way is closed here.', remedy: 'See / for how to sign in.' },
  provider: {
    status: 502,
    message: 'The OpenID provider does not answer as it should.',
    remedy: 'Try again; the log says more. An administrator can check `server.signIn.openId`.',
  },
  'sign-in-again': {
    status: 403,
    message: 'Your sign-in is too old for this.',
    remedy: 'Sign in again at /sign-in, then repeat it.',
  },
  'right-missing': {
    status: 403,
    message: 'You do not have the right to do this.',
    remedy: 'An administrator can grant it to one of your groups.',
  },
  'cross-site': {
    status: 403,
    message: 'This request did not come from a page of this server.',
    remedy: 'Send it from the origin in `server.publicUrl`, with the header x-lethe-csrf that GET /session gives.',
  },
  'entry-refused': {
    status: 403,
    message: 'This way in was not accepted: it is good for one minute, once, and from your host alone.',
    remedy: 'Close this page and choose the entry in your host once more; the log of the server says what was wrong.',
  },
  'entry-not-allowed': {
    status: 403,
    message: 'Your account in the host may not anonymize people.',
    remedy: 'An administrator of the host can put it into a group that may.',
  },
  'no-entry': {
    status: 409,
    message: 'Nobody can come in from the menu of this kind of host.',
    remedy: 'Its part inside the host draws no such entry; look the person up here.',
  },
  'not-found': { status: 404, message: 'There is nothing here.' },
  conflict: { status: 409, message: 'Things have changed in the meantime.', remedy: 'Look again, then decide.' },
  'too-large': { status: 413, message: 'The request is too large.' },
  'wrong-type': { status: 415, message: 'This route does not take that type of content.', remedy: 'Send JSON.' },
  'too-many': { status: 429, message: 'Too many requests.', remedy: 'Wait as long as Retry-After says.' },
  failed: { status: 500, message: 'Something failed that should not.', remedy: 'Its id is in the log of the server.' },
  storage: { status: 503, message: 'The storage does not answer.', remedy: 'Try again; the log says more.' },
} as const satisfies Readonly<Record<string, Words>>;

/** One of those reasons. */
export type RefusalCode = keyof typeof refusals;

/** What else a refusal says. */
export interface RefusalDetails {
  /** The part of the request it is about: `body.groups`. Never a value somebody sent. */
  readonly at?: string;
  /** Seconds after which it may be tried again. */
  readonly retryAfter?: number;
}

/** The server refuses a request, in the fixed words of its code. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
