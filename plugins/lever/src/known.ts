import { HostError } from '@lethe/core';
import { archiveReasons, fewOpportunities } from './api.ts';
import type { Line } from './ask.ts';
import type { ArchiveReason, Opportunity } from './schema.ts';

/**
 * Whether the key is shown confidential opportunities: `seen` if one came back, `refused` if Lever said no, `unknown` if there
 * was neither, `none` if the customer says that there are none.
 */
export type Confidential = 'seen' | 'refused' | 'unknown' | 'none';

/** What a host object remembers of its account, because it cannot change under it or was read a moment ago. */
export class Known {
  readonly #line: Line;
  readonly #expectsConfidential: boolean;
  #confidential: Confidential | undefined;
  #hired: ReadonlyMap<string, boolean> | undefined;

  constructor(line: Line, expectsConfidential: boolean) {
    this.#line = line;
    this.#expectsConfidential = expectsConfidential;
  }

  /** What a key may see is fixed when it is made, so that one look is enough: `preflight` and the first listing share it. */
  async confidential(): Promise<Confidential> {
    if (!this.#expectsConfidential) return 'none';
    this.#confidential ??= await this.#look();
    return this.#confidential;
  }

  /** What a list has to be asked with so that it leaves nothing out that the key may see. */
  async confidentiality(): Promise<{ readonly confidentiality?: 'all' }> {
    const known = await this.confidential();
    return known === 'seen' || known === 'unknown' ? { confidentiality: 'all' } : {};
  }

  /** Takes the archive reasons `preflight` read just now. */
  take(reasons: readonly ArchiveReason[]): void {
    this.#hired = new Map(reasons.map(({ id, type }) => [id, type === 'hired']));
  }

  /** Which of some opportunities ended with a hire; reasons are read again where one is new. */
  async hires(some: readonly Opportunity[]): Promise<(opportunity: Opportunity) => boolean> {
    const reasons = some.flatMap(({ archived }) =>
      archived == null || archived.reason === '' ? [] : [archived.reason],
    );
    if (this.#hired === undefined || reasons.some((reason) => this.#hired?.has(reason) !== true))
      this.take(await archiveReasons(this.#line));
    return ({ archived }) => archived != null && this.#hired?.get(archived.reason) === true;
  }

  async #look(): Promise<Confidential> {
    try {
      const some = await fewOpportunities(this.#line, 'confidential');
      // A filter that is not understood gives any opportunity.
      return some.some(({ confidentiality }) => confidentiality === 'confidential') ? 'seen' : 'unknown';
    } catch (error) {
      if (error instanceof HostError && ['not-permitted', 'rejected', 'gone'].includes(error.code)) return 'refused';
      throw error;
    }
  }
}
