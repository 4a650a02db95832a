import { afterEach, describe, expect, it } from '@jest/globals';
import { createElement } from 'react';
import { payloads } from '../../src/forge/protocol.ts';
import type { FunctionName } from '../../src/forge/protocol.ts';
import { ada, scene } from '../forge/scene.ts';
import type { Scene } from '../forge/scene.ts';
import type { Stage } from './stage.ts';
import { expectShown, staged } from './stage.ts';

/** One thing after the other: Forge runs each invocation in a process of its own, the invented one has but one. */
class Line {
  #last: Promise<unknown> = Promise.resolve();

  async next<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

function isFunction(name: string): name is FunctionName {
  return name in payloads;
}

describe('from the dialog through the real functions, queue and storage to Jira', () => {
  let here: Scene;
  afterEach(async () => here.close());

  async function seen(line: Line, by: string): Promise<Stage> {
    const resolver = async (name: string, payload: unknown): Promise<unknown> => {
      if (!isFunction(name)) throw new Error(`there is no function ${name}`);
      return line.next(async () => here.ask(name, payload, { by, issue: here.issues[0]! }));
    };
    return staged(
      async () => {
        const { PeopleOnIssues } = await import('../../src/screens/panels/people-on-issues.tsx');
        return createElement(PeopleOnIssues, { issues: [], nobody: 'There is nobody.' });
      },
      { resolver, timers: 'scene' },
    );
  }

  it('somebody on an issue is reviewed, confirmed and blanked, and the report leads to what remains', async () => {
    here = await scene(async () => import('../../src/forge/index.ts'), { requests: 3 });
    const line = new Line();
    const stage = await seen(line, here.people.agent);
    await expectShown(stage, ada.address);
    await stage.press('Anonymize user');

    const review = await stage.shows(`Review: ${ada.name}`);
    expect(review).toContain('Erase: delete the account');
    expect(review).toContain('Keep a shell: empty the account');
    const [, phrase = ''] = /Type (ANONYMIZE \d+) to confirm/u.exec(review) ?? [];
    await stage.enter('read', true);
    await stage.enter('phrase', 'ANONYMIZE 1');
    await stage.press('Anonymize now');
    await expectShown(stage, `Type ${phrase} exactly as shown`);
    await stage.enter('phrase', phrase);
    await stage.press('Anonymize now');

    await expectShown(stage, 'The run waits for its turn');
    const again = await seen(line, here.people.agent);
    await expectShown(again, 'You may close this window');
    const { runs } = await line.next(async () => here.get('runs'));
    await line.next(async () => here.until(runs[0]!.run));

    const report = await stage.shows('Look for yourself');
    expect(report).toContain('Anonymized, with gaps');
    expect(report).toContain('Issues this run marked');
    expect(report).not.toContain('Quillfeather');
    expect(stage.all('Link').some(({ props }) => String(props['href']).startsWith('/issues/?jql='))).toBe(true);
    expect(here.texts()).not.toContain('Quillfeather');
    await expectShown(again, 'Look for yourself');
  });

  it('whoever lacks the permission sees how to get it, and nothing else', async () => {
    here = await scene(async () => import('../../src/forge/index.ts'));
    const stage = await seen(new Line(), here.people.novice);
    await expectShown(stage, 'Not available to you');
    expect(stage.text()).not.toContain('Quillfeather');
  });
});
