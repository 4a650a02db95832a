import { describe, expect, it } from '@jest/globals';
import type { Plan, Step } from '@lethe/core';
import { inventedRecord, mint } from '@lethe/core/testing';
import { appLimits } from '../../governor/limits.ts';
import { estimateFor, workOf } from './estimate.ts';

const [template] = inventedRecord().plan.steps;

/** A plan with a step on each of these spots. */
function planOn(spots: readonly string[]): Plan {
  const { plan } = inventedRecord();
  const steps = spots.map((spot): Step => ({ ...template!, spot: mint('spot', spot) }));
  return { ...plan, steps };
}

function comments(ticket: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, comment) => `t${ticket}/c${ticket * 1000 + comment}/body`);
}

describe('the calls a plan takes', () => {
  it('are counted as they are made: a comment with its files in one, tickets together, the user, each identity', () => {
    const plan = planOn([
      'u7/signin',
      ...comments(1, 2),
      't1/c1000/file:5',
      ...comments(2, 1),
      't1/subject',
      't2/field:9',
      'u7/notes',
      'u7/name',
      'u7/identity:55',
      'u7/identity:56',
    ]);
    expect(workOf(plan)).toMatchObject({ redactionsByTicket: [2, 1], ticketUpdates: 1, identities: 2 });
    expect(workOf(plan).userUpdates).toBeGreaterThanOrEqual(1);
  });

  it('cost a minute for every hundred, and ten more for each thirty of one ticket', () => {
    const many = Array.from({ length: 20 }, (_, ticket) => comments(ticket + 1, 30)).flat();
    const seconds = estimateFor(planOn(many), appLimits());
    expect(seconds).toBeGreaterThan(6 * 60);
    expect(seconds).toBeLessThan(8 * 60);
    const lopsided = estimateFor(planOn(comments(1, 61)), appLimits());
    expect(lopsided).toBeGreaterThan(20 * 60);
    expect(lopsided).toBeLessThan(22 * 60);
  });
});
