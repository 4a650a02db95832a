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
  ending: z.object({ at: z.string(), says: z.string().optional(), plan: z.string().optional() }).optional(),
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
  const looked = await client.ask(['POST', '/api/v1/people/search'], { texts: [person.address], hosts: [host] });
  const who = found.parse(looked).hosts[0]?.answers[0]?.people[0]?.id ?? '';
  await think();
  const { id } = begun.parse(await client.ask(['POST', '/api/v1/reviews'], { host, person: who }));
  for (;;) {
    await think();
    const { state, ending } = review.parse(await client.ask(['GET', `/api/v1/reviews/${id}`]));
    if (ending?.plan !== undefined) return ending.plan;
    if (state === 'ended' || state === 'interrupted') throw new Error(`A review ended: ${ending?.says ?? state}`);
  }
}

/** Confirms a plan; answers the run's id. */
export async function approved(client: Client, planId: string): Promise<string> {
  const { digest, phrase } = plan.parse(await client.ask(['GET', `/api/v1/plans/${planId}`]));
  const asked = { plan: planId, digest, typed: phrase };
  return approval.parse(await client.ask(['POST', '/api/v1/approvals'], asked)).run;
}

/** What somebody at work does. */
export interface Day {
  /** Whom they review again and again. */
  readonly again: Task;
  /** Whose run they approve, once. */
  readonly leaving: Task;
}

/** What came of it. */
export interface Done {
  readonly reviews: number;
  readonly approvals: number;
  /** Reviews that ended in trouble, answers that were none. */
  readonly failures: readonly string[];
}

/** One person at work until told, with half a second to a second and a half between two clicks. */
export async function atWork(client: Client, { again, leaving }: Day, until: AbortSignal): Promise<Done> {
  const think = async (): Promise<void> => {
    await pause(500 + Math.random() * 1000, undefined, { signal: until });
  };
  const done = { reviews: 0, approvals: 0, failures: new Array<string>() };
  for (;;) {
    try {
      await think();
      const planId = await reviewed(client, done.reviews === 1 ? leaving : again, think);
      done.reviews += 1;
      if (done.reviews === 2) {
        await think();
        await approved(client, planId);
        done.approvals += 1;
      } else await lookAround(client, planId, think);
    } catch (error) {
      if (until.aborted) return done;
      done.failures.push(String(error));
    }
  }
}

async function lookAround(client: Client, planId: string, think: () => Promise<void>): Promise<void> {
  for (const path of [`/api/v1/plans/${planId}`, '/api/v1/runs', '/api/v1/approvals', '/session']) {
    await think();
    await client.ask(['GET', path]);
  }
}
