import type { Ending, Plan } from '@lethe/core';
import { carryOut, reviewOf, runOf, virtualClock } from '@lethe/core/testing';
import type { LimitSettings } from './fake/limits.ts';
import { plainLimits } from './fake/limits.ts';
import { Seed } from './fake/seed.ts';
import { FakeJira } from './fake/server.ts';
import type { Made } from './fake/server.ts';
import type { Way } from './ways.ts';
import { governed } from '../src/governor/governor.ts';
import { HourlyPoints } from '../src/governor/hourly-points.ts';
import { jiraHost, personIdOf } from '../src/index.ts';
import type { HttpPort } from '../src/index.ts';

/** A person to anonymize on a site whose limits hold. */
export interface GovernedCase {
  readonly way: Way;
  /** Comments of theirs, by request. */
  readonly comments: readonly number[];
  /** Files on each request. */
  readonly files?: number;
  readonly limits?: Partial<LimitSettings>;
  /** Points an hour the app allows itself. */
  readonly share?: number;
  /** Whether calls go through the governor; they do unless told. */
  readonly isGoverned?: boolean;
}

/** What came of it. */
export interface GovernedRun {
  readonly plan: Plan;
  readonly ending: Ending;
  /** How often Jira refused a call with 429. */
  readonly refused: number;
  readonly calls: number;
  readonly points: number;
  /** The points of the last hour by the governor's own count. */
  readonly counted: number;
  /** Of the run alone, without the review. */
  readonly runCalls: number;
  readonly runPoints: number;
  /** Of the run, by the site's clock. */
  readonly seconds: number;
}

/** Anonymizes the person, review and run, on a clock that moves only when somebody waits: calls themselves take no time. */
export async function governedRun(given: GovernedCase): Promise<GovernedRun> {
  const { way, share, limits = {}, isGoverned = true } = given;
  const clock = virtualClock();
  const seed = new Seed(clock);
  seed.jira.configure({ limits: { ...plainLimits, enforced: true, ...limits } });
  const person = personIdOf(fill(seed, given));
  const fake = await FakeJira.start(seed, { clock });
  const { port, close } = await way.open(fake);
  const points = new HourlyPoints(share === undefined ? {} : { share });
  const line: HttpPort = isGoverned ? governed(port, { clock, points }) : port;
  try {
    const host = jiraHost(line, { clock });
    const review = await reviewOf(host, person);
    const began = clock.now().getTime();
    const before = fake.made.length;
    const { ending } = await carryOut(runOf(host, review, { clock }));
    const seconds = (clock.now().getTime() - began) / 1000;
    const ofRun = fake.made.slice(before);
    return {
      plan: review.plan,
      ending,
      refused: fake.made.filter(({ status }) => status === 429).length,
      calls: fake.made.length,
      points: pointsOf(fake.made),
      counted: points.spent(clock.now().getTime()).points,
      runCalls: ofRun.length,
      runPoints: pointsOf(ofRun),
      seconds,
    };
  } finally {
    close();
    await fake.close();
  }
}

function pointsOf(made: readonly Made[]): number {
  return made.reduce((sum, { points }) => sum + points, 0);
}

function fill(seed: Seed, { comments, files = 0 }: GovernedCase): string {
  const person = seed.user({ name: 'Ada Quellstone', email: 'ada@quellstone.test' });
  for (const [index, count] of comments.entries()) {
    const issue = seed.issue({
      summary: `Printer ${index}`,
      description: 'It does not print. Ada Quellstone',
      reporter: person,
      channel: 'email',
    });
    for (let one = 0; one < count; one += 1) seed.comment(issue, { by: person, body: `Ada again, ${one}.` });
    for (let one = 0; one < files; one += 1) seed.attachment(issue, { by: person, name: `photo-${one}.png` });
  }
  return person;
}
