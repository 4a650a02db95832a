import type { Residue, Run } from './run.ts';
import { leftoversFor } from '../finding/leftovers.ts';
import type { Leftovers } from '../finding/leftovers.ts';
import { fingerprintOf, talliesFingerprint } from '../fingerprint.ts';
import type { Content, DossierId, Reading, ReadyStep, Spot, SpotId, StepId } from '../host.ts';
import type { JournalEntry } from '../journal.ts';
import type { Outcome, Settled } from '../outcome.ts';
import { decisionOn } from '../planning/decide.ts';
import type { Deciding } from '../planning/decide.ts';
import { countMentions, mentionsLeft } from '../planning/mentions.ts';
import { decidingBy } from '../planning/plan-for.ts';
import type { Step } from '../plan.ts';
import { readyStep, writingOf } from './ready.ts';
import type { Writing } from './ready.ts';
import { replacementsIn } from '../rules/treatment.ts';
import { isCleanAs } from '../verdict.ts';

const finals: readonly Outcome[] = ['clean', 'already-clean', 'unprovable', 'waiting'];

/** The plan beside what the host holds now: which steps are ready, clean, stale or not seen yet. */
export class Worklist {
  readonly #run: Run;
  readonly #deciding: Deciding;
  readonly #leftovers: Leftovers;
  readonly #steps: ReadonlyMap<SpotId, Step>;
  readonly #attempted: ReadonlySet<StepId>;
  readonly #open = new Map<StepId, Step>();
  readonly #ready = new Map<StepId, Writing>();
  readonly #outcomes = new Map<StepId, Outcome>();
  readonly #grown = new Set<SpotId>();
  readonly #residue = new Map<SpotId, Residue>();
  readonly #compared = new Map<DossierId, boolean>();

  constructor(run: Run, entries: readonly JournalEntry[]) {
    this.#run = run;
    this.#deciding = decidingBy({ ...run, profile: run.host.profile, person: run.plan.person });
    this.#leftovers = leftoversFor(run.who, replacementsIn(run.rules));
    this.#steps = new Map(run.plan.steps.map((step) => [step.spot, step]));
    this.#attempted = new Set(entries.filter((entry) => entry.attempts > 0).map((entry) => entry.step));
    const finished = new Map(
      entries.flatMap(({ step, outcome }) =>
        outcome !== undefined && finals.includes(outcome) ? [[step, outcome]] : [],
      ),
    );
    for (const step of run.plan.steps) {
      const outcome = finished.get(step.id);
      if (outcome === undefined || (outcome === 'waiting' && step.verb === 'ask')) this.#open.set(step.id, step);
      else this.#outcomes.set(step.id, outcome);
    }
  }

  /** Compares a spot as it is now with the plan. Answers what is settled by that alone. */
  see(spot: Pick<Spot, 'id' | 'content'>): Settled | undefined {
    const step = this.#steps.get(spot.id);
    if (step === undefined) return undefined;
    this.noteResidue(step, spot.content);
    if (!this.#open.has(step.id) || this.#ready.has(step.id)) return undefined;
    if (isCleanAs(step, spot.content, this.#deciding))
      return { step: step.id, outcome: this.#attempted.has(step.id) ? 'clean' : 'already-clean' };
    if (step.verb !== 'ask' && fingerprintOf(spot.content, this.#run.key) !== step.seen)
      return { step: step.id, outcome: 'stale' };
    this.#ready.set(step.id, writingOf(step, spot.content, this.#deciding));
    return undefined;
  }

  /** Notes a spot that would need a step and has none: it was written, or came to name the person, since the review. */
  noteGrowth(spot: Spot): void {
    if (!this.#steps.has(spot.id) && decisionOn(spot, this.#deciding).do === 'step') this.#grown.add(spot.id);
  }

  /** Settles a step whose spot was read again without having been listed. */
  seeReread({ spot, content }: Reading): Settled | undefined {
    if (content !== 'gone') return this.see({ id: spot, content });
    const step = this.#steps.get(spot);
    return step === undefined || !this.#open.has(step.id)
      ? undefined
      : { step: step.id, outcome: this.#attempted.has(step.id) ? 'clean' : 'already-clean' };
  }

  settle(settled: readonly Settled[]): void {
    for (const { step, outcome } of settled) {
      this.#outcomes.set(step, outcome);
      this.#open.delete(step);
      this.#ready.delete(step);
    }
  }

  /** Looks for what may still name the person in a text that was cut, as loosely as can be; a later look counts more than an earlier one. */
  noteResidue({ spot, label, verb }: Step, content: Content | 'gone'): void {
    this.#residue.delete(spot);
    if (verb !== 'cut' || content === 'gone' || this.#deciding.finder.mentions(content)) return;
    const mentions = countMentions(mentionsLeft(content, this.#deciding.finder, this.#leftovers));
    if (mentions.length > 0) this.#residue.set(spot, { spot, label, mentions });
  }

  /** Compares a dossier's tallies with those of the plan. */
  compare({ dossier }: Reading): void {
    if (dossier === undefined) return;
    const planned = this.#run.plan.tallies[dossier.id];
    if (planned !== undefined)
      this.#compared.set(dossier.id, planned === talliesFingerprint(dossier.tallies, this.#run.key));
  }

  /** Steps still to do, in the plan's order. */
  get open(): readonly Step[] {
    return [...this.#open.values()];
  }

  /** Those of them that calls carry out. */
  get callable(): readonly Step[] {
    return this.open.filter((step) => step.verb !== 'ask');
  }

  /** Those of them that somebody has to do by hand. */
  get asked(): readonly Step[] {
    return this.open.filter((step) => step.verb === 'ask');
  }

  /** Steps whose spot was not listed: they are read again on their own. */
  get unseen(): readonly Step[] {
    return this.open.filter((step) => !this.#ready.has(step.id));
  }

  /** The step with what its call needs, once its spot was seen. */
  readyFor(step: Step): ReadyStep | undefined {
    const writing = this.#ready.get(step.id);
    return writing === undefined ? undefined : readyStep(step, writing);
  }

  get deciding(): Deciding {
    return this.#deciding;
  }

  get grown(): readonly SpotId[] {
    return [...this.#grown];
  }

  get residue(): readonly Residue[] {
    return [...this.#residue.values()];
  }

  get resumed(): boolean {
    return this.#attempted.size > 0;
  }

  get tallies(): { readonly compared: number; readonly changed: readonly DossierId[] } {
    return {
      compared: this.#compared.size,
      changed: [...this.#compared].filter(([, equal]) => !equal).map(([id]) => id),
    };
  }

  /** How many steps ended how. */
  get counts(): Readonly<Partial<Record<Outcome, number>>> {
    const counts: Partial<Record<Outcome, number>> = {};
    for (const outcome of this.#outcomes.values()) counts[outcome] = (counts[outcome] ?? 0) + 1;
    return counts;
  }
}
