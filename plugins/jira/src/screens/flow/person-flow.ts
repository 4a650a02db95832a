import type { ObstacleCode } from '@lethe/core';
import type { AccountMode, Answer, Payload, Refusal, ReviewState, RunState } from '../../forge/protocol.ts';
import type { Ask } from '../resolver/ask.ts';
import type { FlowState } from './flow-state.ts';
import { isUnderWay, mayPass } from './flow-state.ts';
import { pauseAfter } from './pace.ts';

/** Calls something after so many milliseconds, unless what it gives is called before. */
export type Later = (milliseconds: number, then: () => void) => () => void;

/** What a review is asked for with. */
type Wish = Payload<'startReview'>;

/**
 * Review, confirmation, run and report of one person, as the app's functions tell it. All of it happens in Jira: a flow only asks
 * how it stands, and one that is opened anew finds the same. What is asked for later counts; an answer that comes too late does not.
 */
export class PersonFlow {
  readonly #ask: Ask;
  readonly #later: Later;
  readonly #listeners = new Set<() => void>();
  #state: FlowState = { at: 'asking' };
  #wish: Wish | undefined;
  #turn = 0;
  #same = 0;
  #wake: () => void = () => undefined;
  #last: () => void = () => undefined;

  constructor(ask: Ask, later: Later) {
    this.#ask = ask;
    this.#later = later;
  }

  readonly state = (): FlowState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Looks at a person. */
  review(wish: Wish): void {
    this.#wish = wish;
    this.#set({ at: 'asking' });
    this.#question(() => this.#ask('startReview', wish), this.#reviewed);
  }

  /** Opens a review that was begun before. */
  openReview(review: string): void {
    this.#set({ at: 'asking' });
    this.#question(() => this.#ask('review', { review }), this.#reviewed);
  }

  /** Opens a run that was begun before. */
  openRun(run: string): void {
    this.#set({ at: 'asking' });
    this.#question(() => this.#ask('run', { run }), this.#ran);
  }

  /** Looks again, with obstacles acknowledged or another treatment of the account. Nothing without a person to look at. */
  reviewAgain(changes: { readonly acknowledged?: readonly ObstacleCode[]; readonly account?: AccountMode } = {}): void {
    const wish = this.#wish ?? wishFor(this.#state);
    if (wish === undefined) return;
    const acknowledged = [wish.acknowledged, acknowledgedIn(this.#state), changes.acknowledged].flatMap(
      (some) => some ?? [],
    );
    this.review({ ...wish, ...changes, acknowledged: [...new Set(acknowledged)] });
  }

  /** Looks again after a review failed, or asks once more how it stands. */
  lookAgain(): void {
    if (this.knowsPerson) this.reviewAgain();
    else this.again();
  }

  /** Whether `reviewAgain` knows whom to look at. */
  get knowsPerson(): boolean {
    return this.#wish !== undefined || wishFor(this.#state) !== undefined;
  }

  /** Confirms the plan on the screen. */
  confirm(typed: string): void {
    const state = this.#state;
    if (state.at !== 'review' || state.review.at !== 'reviewed') return;
    const { review, digest, acknowledged } = state.review;
    this.#set({ at: 'review', review: state.review, busy: true });
    this.#question(
      () => this.#ask('confirm', { review, digest, typed, acknowledged: [...acknowledged] }),
      (confirmed) => {
        if (confirmed.at === 'begun') this.#ran({ at: 'waiting', run: confirmed.run });
        else this.#set({ at: 'review', review: state.review, refused: confirmed.obstacle });
      },
    );
  }

  /** Stops, resumes or gives up the run on the screen. */
  tell(what: 'stop' | 'resume' | 'accept' | 'call-off'): void {
    const state = this.#state;
    if (state.at !== 'run') return;
    const { run } = state.run;
    this.#set({ ...state, busy: true });
    this.#question(() => {
      if (what === 'stop') return this.#ask('stop', { run });
      if (what === 'call-off') return this.#ask('callOff', { run });
      return this.#ask('resume', { run, acceptRefused: what === 'accept' });
    }, this.#ran);
  }

  /** Asks the last question once more. */
  again(): void {
    this.#set({ at: 'asking' });
    this.#last();
  }

  /** Asks nothing more. */
  close(): void {
    this.#turn += 1;
    this.#wake();
  }

  readonly #reviewed = (review: ReviewState): void => this.#follow({ at: 'review', review });
  readonly #ran = (run: RunState): void => this.#follow({ at: 'run', run });

  #follow(next: FlowState): void {
    this.#same = JSON.stringify(next) === JSON.stringify(this.#state) ? this.#same + 1 : 0;
    this.#set(next);
    if (isUnderWay(next)) this.#askLater();
  }

  #askLater(): void {
    this.#wake();
    this.#wake = this.#later(pauseAfter(this.#same), () => this.#askHow());
  }

  #askHow(): void {
    const state = this.#state;
    if (state.at === 'review') {
      const { review } = state.review;
      this.#question(() => this.#ask('review', { review }), this.#reviewed);
    } else if (state.at === 'run') {
      const { run } = state.run;
      this.#question(() => this.#ask('run', { run }), this.#ran);
    }
  }

  #question<Value>(question: () => Promise<Answer<Value>>, take: (value: Value) => void): void {
    this.#wake();
    const turn = ++this.#turn;
    this.#last = () => this.#question(question, take);
    void question().then((answer) => {
      if (turn !== this.#turn) return;
      if (answer.ok) take(answer.value);
      else this.#refuse(answer);
    });
  }

  /** What goes on in the background is asked for again; anything else is shown. */
  #refuse(refusal: Refusal): void {
    const state = this.#state;
    if (!mayPass(refusal) || !isUnderWay(state)) {
      this.#set({ at: 'refused', refusal });
      return;
    }
    this.#same += 1;
    this.#set({ ...state, busy: false, lost: refusal });
    this.#askLater();
  }

  #set(state: FlowState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** What the review on the screen was, or would be, asked for with. */
function wishFor(state: FlowState): Wish | undefined {
  if (state.at !== 'review') return undefined;
  const { review } = state;
  const person = review.at === 'reviewed' || review.at === 'blocked' ? review.person : undefined;
  return person && { ref: person.ref };
}

/** What the reviewer acknowledged on the way to the review on the screen. */
function acknowledgedIn(state: FlowState): readonly ObstacleCode[] {
  return state.at === 'review' && state.review.at === 'reviewed' ? state.review.acknowledged : [];
}
