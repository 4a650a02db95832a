import type { Content, Reading, Receipt } from './host.ts';
import type { Outcome } from './outcome.ts';
import type { Step } from './plan.ts';
import type { Subject } from './rules/role.ts';
import { isReplacement } from './rules/treatment.ts';
import { isText } from './text-content.ts';

/** What is judged: a step as planned. */
type Judged = Pick<Step, 'kind' | 'verb'> & { readonly to?: string };
/** What judging needs to know about the person. */
type Judging = Pick<Subject, 'finder' | 'rules'>;

/** What a step ended as. A receipt is a claim; only the reading proves. */
export function verdictOn(
  step: Judged & Pick<Step, 'provable'>,
  { reading, receipt }: { readonly reading: Pick<Reading, 'content'>; readonly receipt: Receipt | undefined },
  judging: Judging,
): Outcome {
  const { content } = reading;
  if (content === 'gone') return receipt?.claim === 'done' || receipt?.claim === 'queued' ? 'clean' : 'already-clean';
  if (content.form === 'hidden') return unseen(receipt);
  if (isCleanAs(step, content, judging))
    return receipt === undefined || receipt.claim === 'absent' ? 'already-clean' : 'clean';
  return unclean(step, receipt);
}

function unseen(receipt: Receipt | undefined): Outcome {
  if (receipt?.claim === 'refused') return 'refused';
  if (receipt?.claim === 'stale') return 'stale';
  return receipt === undefined ? 'still-there' : 'unprovable';
}

function unclean(step: Pick<Step, 'provable'>, receipt: Receipt | undefined): Outcome {
  switch (receipt?.claim) {
    case 'refused':
      return 'refused';
    case 'stale':
      return 'stale';
    case 'queued':
      return 'waiting';
    case 'done':
    case 'absent':
      return step.provable ? 'still-there' : 'unprovable';
    case undefined:
      return 'still-there';
  }
}

/** Whether a spot already holds what the step would leave. */
export function isCleanAs(step: Judged, content: Content, judging: Judging): boolean {
  switch (step.verb) {
    case 'cut':
      return content.form !== 'hidden' && !judging.finder.mentions(content);
    case 'set':
      return isText(content) && isSet(step, content.text.reveal(), judging);
    case 'clear':
      return isEmpty(content);
    case 'remove':
    case 'close':
      return content.form === 'access' && !content.open;
    case 'ask':
      return isEmpty(content) || (isText(content) && isReplacement(step.kind, judging.rules, content.text.reveal()));
  }
}

function isSet({ kind, to }: Judged, text: string, { rules }: Judging): boolean {
  return text === to || isReplacement(kind, rules, text);
}

function isEmpty(content: Content): boolean {
  if (content.form === 'list') return content.items.length === 0;
  if (content.form === 'access') return !content.open;
  return isText(content) && content.text.isBlank;
}
