import { createHash } from 'node:crypto';
import type { Receipt } from '@lethe/core';
import { runsIn } from './form.ts';
import type { Change } from './field-change.ts';
import { isAboutSteps } from './failure.ts';
import { issueOf } from './placed.ts';
import type { PlacedStep, Settling, Writing } from './placed.ts';
import { redactionJob, startRedaction } from './redaction-api.ts';
import type { Stretch } from './redaction-api.ts';

/** Stretches of one job. */
const AT_ONCE = 100;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;
/** How long a job may take before the run goes on without it. */
const PATIENCE = 300_000;

/**
 * Redacts what fields hold that are about to be blanked as a whole, as blanking alone would write the text into their history. Only where the
 * site can, and only what was read in the last listing. What is not redacted is blanked all the same, and the plan said that it then stays.
 */
export async function redactFirst(writing: Writing, changes: readonly Change[]): Promise<void> {
  const stretches = changes.flatMap((change) => stretchesIn(writing, change));
  for (let at = 0; at < stretches.length; at += AT_ONCE) {
    const some = stretches.slice(at, at + AT_ONCE);
    const redacted = await redactedOf(writing, some);
    for (const { externalId, issue, field } of some) {
      writing.remembered.forgetRedactable(issue, field);
      if (redacted.has(externalId)) writing.redaction.took(issue);
    }
  }
}

function stretchesIn({ remembered, line }: Writing, { issue, field, how, step }: Change): readonly Stretch[] {
  const text = step.step.verb === 'cut' ? undefined : remembered.redactable(issue, field);
  if (text === undefined || (how !== 'line' && how !== 'document')) return [];
  return runsIn(text, how).map(({ length, hash, pointer }) => ({
    externalId: uuidFor(`${issue} ${field} ${pointer ?? ''} ${line.clock.now().toISOString()}`),
    ...{ issue, field, from: 0, to: length, expectedText: hash },
    ...(pointer === undefined ? {} : { adfPointer: pointer }),
  }));
}

/** A UUID of version 8, which is made from whatever one likes. */
function uuidFor(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function redactedOf({ line }: Writing, stretches: readonly Stretch[]): Promise<ReadonlySet<string>> {
  try {
    const job = await startRedaction(line, stretches);
    let waited = 0;
    for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      await line.clock.wait(wait);
      waited += wait;
      const { isOver, redacted } = await redactionJob(line, job);
      if (isOver || waited >= PATIENCE) return redacted;
    }
  } catch (error) {
    if (!isAboutSteps(error)) throw error;
    return new Set();
  }
}

/** Entries of the history change by themselves when their field is redacted: there is nothing to call, and a fresh reading decides. */
export function claimRedacted({ redaction }: Writing, steps: readonly PlacedStep[], settling: Settling): void {
  for (const placed of steps) {
    const { step } = placed;
    const receipt: Receipt = redaction.did(issueOf(placed))
      ? { step: step.id, claim: 'done' }
      : { step: step.id, claim: 'refused', code: 'rejected', remedy: notRedacted };
    settling.set(step.id, receipt);
  }
}

const notRedacted =
  'Atlassian Guard did not redact this entry, and can no longer, as its field was blanked: accept that it stays, or delete the issue.';
