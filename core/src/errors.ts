/** What can be wrong with a call to a host; the only eight answers a plugin may give. */
export const hostErrorCodes = [
  'signed-out',
  'not-permitted',
  'gone',
  'locked',
  'too-fast',
  'down',
  'rejected',
  'unreadable',
] as const;
export type HostErrorCode = (typeof hostErrorCodes)[number];

/** What else a host error knows. */
export interface HostErrorDetails {
  /** When asking again helps; only with `too-fast`, `locked` and `down`. */
  readonly retryAt?: Date;
  /** Who has to wait with `too-fast` and `retryAt`: everybody, or only the call that was refused while others may go on. */
  readonly waits?: 'host' | 'call';
  /** What was thrown underneath: for a debugger, never printed, as it may hold a host's answer. */
  readonly cause?: unknown;
}

/** Something outside failed. The message says what and what to do, in fixed words: never a host's answer. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly code: HostErrorCode;
  readonly retryAt: Date | undefined;
  readonly waits: 'host' | 'call';
  readonly #cause: unknown;

  constructor(code: HostErrorCode, message: string, details: HostErrorDetails = {}) {
    super(message);
    this.code = code;
    this.retryAt = details.retryAt;
    this.waits = details.waits ?? 'host';
    this.#cause = details.cause;
  }

  /** What was thrown underneath, for a debugger. */
  underlying(): unknown {
    return this.#cause;
  }
}

/** The customer's configuration is wrong. `path` names the setting, e.g. `spots.message.body.author`. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
  readonly path: string;
  readonly line: number | undefined;

  constructor(path: string, reason: string, line?: number) {
    super(`${path}${line === undefined ? '' : ` (line ${String(line)})`}: ${reason}`);
    this.path = path;
    this.line = line;
  }
}

/**
 * A store could not do its work: the browser keeps nothing, a run has ended already. What is wrong and what to do, in fixed
 * words and ids: never anything that was stored.
 */
export class StoreError extends Error {
  override readonly name: string = 'StoreError';
  /** What is wrong: one sentence. */
  readonly says: string;
  /** What a person can do about it: one sentence. */
  readonly remedy: string;

  constructor(says: string, remedy: string) {
    super(`${says} ${remedy}`);
    this.says = says;
    this.remedy = remedy;
  }
}

/** Another process owns the run by now: this one must stop at once and write nothing more. Thrown by a journal. */
export class Fenced extends Error {
  override readonly name = 'Fenced';

  constructor() {
    super('Another process has taken this run over. This one stops; follow the run where it goes on.');
  }
}

/** Why a person cannot be anonymized now. */
export const obstacleCodes = [
  'not-end-user',
  'oneself',
  'last-administrator',
  'mastered-elsewhere',
  'address-shared',
  'already-anonymized',
  'run-in-progress',
  'case-open',
  'hired',
  'lead',
  'interview-pending',
  'step-by-hand',
  'legal-hold',
  'right-missing',
  'confirmation-wrong',
  'confirmation-outdated',
  'host-right-missing',
  'host-setting',
] as const;
export type ObstacleCode = (typeof obstacleCodes)[number];

/** One thing that stands in the way, and the way out. Neither text holds personal data. */
export interface Obstacle {
  readonly code: ObstacleCode;
  /** What is wrong: one sentence. */
  readonly says: string;
  /** What a person can do about it: one sentence. */
  readonly remedy: string;
  /** Whether the reviewer may go on by acknowledging it, e.g. for an account mastered by a directory. */
  readonly acknowledgeable?: boolean;
}
