import { describe, expect, it } from '@jest/globals';
import { abilityOf } from '@lethe/core';
import { carryOut, runOf } from '@lethe/core/testing';
import { zendeskTestbed } from './testbed.ts';
import { inTheApp, overHttp } from './ways.ts';
import { textsOf } from '../../../test/conformance/contents.ts';
import { describeHost } from '../../../test/conformance/host.suite.ts';
import { small, withScene } from '../../../test/conformance/scene.ts';

describeHost('Zendesk over HTTP, what is in audit logs announced', zendeskTestbed({ way: overHttp }));
const counted = zendeskTestbed({ way: inTheApp, options: { auditLog: 'counted' } });
describeHost('Zendesk in the app, audit logs read and counted', counted);

describe('with audit logs counted', () => {
  it('the plan holds every secret that stays, but for a notification in the log of a ticket nothing leads to', async () => {
    await withScene(counted, { world: small }, async ({ ground, host, review, hunt, clock }) => {
      const { plan, spots } = review;
      const gaps = new Set(plan.gaps.map(({ spot }) => spot));
      const steps = new Set(plan.steps.map(({ spot }) => spot));
      const staying = spots.filter((spot) => {
        const ability = abilityOf(spot, host.profile.abilities);
        const remains = ability.can !== 'nothing' && ability.remains !== undefined;
        return gaps.has(spot.id) || (steps.has(spot.id) && remains);
      });
      const announced = await hunt(staying.map(({ content }) => `${textsOf(content).join('\n')}\n`));
      await carryOut(runOf(host, review, { clock }));
      const said = new Set(announced.hits.map(({ secret }) => secret));
      const left = (await hunt(ground.dump())).hits.map(({ secret }) => secret).filter((secret) => !said.has(secret));
      expect([...new Set(left)].sort()).toEqual(['message.body 5 body', 'message.subject 5 subject']);
    });
  });
});
