import { AssertionError } from 'node:assert';
import { describe, expect, it } from '@jest/globals';
import { memoryTestbed, saboteurs } from '@lethe/core/testing';
import { laws } from './laws/all.ts';

describe('the suite sees through a host that', () => {
  it.each(saboteurs.map((one) => [one.that, one.caughtBy.law, one] as const))(
    '%s (law %i)',
    async (_that, number, one) => {
      const testbed = { ...memoryTestbed({}, one.wrap), kills: 12 };
      const caught = await laws[number - 1]?.check(testbed).catch((error: unknown) => error);

      expect(caught).toBeInstanceOf(AssertionError);
      expect(String(caught)).toContain(one.caughtBy.saying);
    },
  );

  it('breaks any one of the twelve laws', () => {
    const broken = new Set(saboteurs.map((one) => one.caughtBy.law));

    expect(laws.filter((law) => !broken.has(law.number)).map((law) => law.says)).toEqual([]);
  });
});
