import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Client } from './client.ts';
import type { InventedPerson } from './world.ts';

const found = z.object({
  hosts: z.array(z.object({ answers: z.array(z.object({ people: z.array(z.object({ id: z.string() })) })) })),
});
const begun = z.object({ id: z.string() });
const review = z.object({
  state: z.string(),
  ending: z.object({ at: z.string(), plan: z.string().optional() }).optional(),
});
const plan = z.object({ digest: z.string(), phrase: z.string() });
const approval = z.object({ run: z.string() });

/** Whom somebody works on, and where. */
export interface Task {
  readonly host: string;
  readonly person: InventedPerson;
}

/** Looks somebody up, reviews them, reads the plan: what an operator does before deciding. Answers the plan's id. */
export async function reviewed(client: Client, { host, person }: Task, think: () => Promise<void>): Promise<string> {
  const looked = await client.ask('search', ['POST', '/api/v1/people/search'], {
    texts: [person.address],
    hosts: [host],
  });
  const who = found.parse(looked).hosts[0]?.answers[0]?.people[0]?.id ?? '';
  await think();
  const asked = await client.ask('review', ['POST', '/api/v1/reviews'], { host, person: who });
  const { id } = begun.parse(asked);
  for (;;) {
    const seen = review.parse(await client.ask('poll', ['GET', `/api/v1/reviews/${id}`]));
    if (seen.ending?.plan !== undefined) return seen.ending.plan;
    if (seen.state === 'ended' || seen.state === 'interrupted')
      throw new Error(`A review ended as ${seen.ending?.at ?? seen.state}.`);
    await think();
  }
}

/** Confirms a plan; answers the run's id. */
export async function approved(client: Client, planId: string): Promise<string> {
  const { digest, phrase } = plan.parse(await client.ask('plan', ['GET', `/api/v1/plans/${planId}`]));
  const asked = { plan: planId, digest, typed: phrase };
  return approval.parse(await client.ask('approve', ['POST', '/api/v1/approvals'], asked)).run;
}

/** One person at work for as long as the signal says, between half a second and a second and a half between two clicks. */
export async function atWork(client: Client, task: Task, until: AbortSignal): Promise<number> {
  let reviews = 0;
  const think = async (): Promise<void> => {
    await pause(500 + Math.random() * 1000, undefined, { signal: until });
  };
  try {
    while (!until.aborted) {
      const planId = await reviewed(client, task, think);
      reviews += 1;
      for (const [group, path] of [
        ['plan', `/api/v1/plans/${planId}`],
        ['runs', '/api/v1/runs'],
        ['approvals', '/api/v1/approvals'],
        ['session', '/session'],
      ] as const) {
        await think();
        await client.ask(group, ['GET', path]);
      }
    }
  } catch (error) {
    if (!until.aborted) throw error;
  }
  return reviews;
}
