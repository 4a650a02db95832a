import { describe, expect, it } from '@jest/globals';
import type { FaultKind } from '@lethe/core/testing';
import { at, each } from './fake/opened.ts';
import type { Answered } from './fake/opened.ts';
import { digestOf } from './fake/redacting.ts';
import { api, withRequest } from './fake/scene.ts';
import type { Scene } from './fake/scene.ts';

function rename({ ask, path }: Scene): Promise<Answered> {
  return ask('PUT', path, { body: { fields: { summary: 'Two' } } });
}

function summaryOf({ seed, issue }: Scene): unknown {
  return seed.jira.issues.get(issue).values.summary;
}

describe('a fault of the fake', () => {
  it.each<[FaultKind, number]>([
    ['too-fast', 429],
    ['too-fast-dated', 429],
    ['down', 503],
    ['locked', 409],
    ['gone', 404],
    ['rejected', 400],
    ['not-permitted', 403],
    ['signed-out', 401],
    ['garbage', 200],
    ['lie', 204],
  ])('%s is answered and takes no effect', async (kind, status) => {
    await withRequest(async (scene) => {
      const before = [...scene.fake.dump()].join('');
      scene.fake.faults.set({ kind, on: 'writes' });
      const answered = await rename(scene);
      expect(answered.status).toBe(status);
      expect(answered.headers.has('retry-after')).toBe(kind === 'too-fast-dated');
      expect([...scene.fake.dump()].join('')).toBe(before);
      expect((await rename(scene)).status).toBe(204);
      expect(summaryOf(scene)).toBe('Two');
    });
  });

  it.each([
    ['time-out', 'Two'],
    ['cut-off', 'Broken printer of Ada'],
  ] as const)('%s is never answered, and the issue is called %s', async (strike, summary) => {
    await withRequest(async (scene) => {
      scene.fake.faults.aim({ at: 'PUT', with: strike });
      await expect(rename(scene)).rejects.toThrow();
      expect(summaryOf(scene)).toBe(summary);
    });
  });

  it('silence lasts until whoever asks gives up', async () => {
    await withRequest(async (scene) => {
      scene.fake.faults.aim({ at: 'GET', with: 'silence' });
      const asked = fetch(`${scene.fake.address}${scene.path}`, { signal: AbortSignal.timeout(50) });
      await expect(asked).rejects.toThrow();
    });
  });

  it('tears an answer, so that it is no JSON', async () => {
    await withRequest(async (scene) => {
      scene.fake.faults.aim({ at: 'GET', with: 'torn' });
      await expect(scene.ask('GET', scene.path)).rejects.toThrow(SyntaxError);
    });
  });

  it('strikes the calls it is aimed at, after so many and so often', async () => {
    await withRequest(async (scene) => {
      const { ask, fake, path } = scene;
      const body = { errorMessages: ['Aimed'], errors: {} };
      fake.faults.aim({
        at: /^PUT .*\/issue\/\d+$/,
        with: { status: 500, body, headers: { 'Retry-After': '7' } },
        after: 1,
        times: 2,
      });
      fake.faults.aim({ at: `GET ${path}`, with: { status: 404 } });
      const statuses = [];
      for (let time = 0; time < 4; time += 1) statuses.push((await rename(scene)).status);
      expect(statuses).toEqual([204, 500, 500, 204]);
      expect([(await ask('GET', path)).status, (await ask('GET', path)).status]).toEqual([404, 200]);
      expect(fake.made.map(({ status }) => status)).toEqual([...statuses, 404, 200]);
      fake.faults.aim({ at: 'GET', with: { status: 500 } });
      fake.faults.clear();
      expect((await ask('GET', path)).status).toBe(200);
    });
  });

  it.each(['half', 'lie', 'job-fails'] as const)(
    '%s of a bulk edit is told by its progress, or by nothing',
    async (strike) => {
      await withRequest(async ({ fake, seed, ask, later, issue }) => {
        const other = seed.issue({ summary: 'One' });
        fake.faults.aim({ at: 'POST', with: strike });
        const editedFieldsInput = { singleLineTextFields: [{ fieldId: 'summary', text: 'Two' }] };
        const body = {
          selectedIssueIdsOrKeys: [String(issue), String(other)],
          selectedActions: ['summary'],
          editedFieldsInput,
        };
        const task = await ask('POST', `${api}/bulk/issues/fields`, { body });
        await later(1);
        const { json } = await ask('GET', `${api}/bulk/queue/${String(at(task.json, 'taskId'))}`);
        const told = {
          half: {
            status: 'COMPLETE',
            processedAccessibleIssues: [issue],
            failedAccessibleIssues: { [String(other)]: [expect.any(String)] },
          },
          lie: { status: 'COMPLETE', processedAccessibleIssues: [issue, other] },
          'job-fails': { status: 'FAILED', processedAccessibleIssues: [] },
        };
        expect(json).toMatchObject(told[strike]);
        const first = strike === 'half' ? 'Two' : 'Broken printer of Ada';
        expect([issue, other].map((id) => seed.jira.issues.get(id).values.summary)).toEqual([first, 'One']);
      });
    },
  );

  it('half of a redaction leaves the later ones out', async () => {
    await withRequest(
      async ({ fake, ask, later, issue }) => {
        fake.faults.set({ kind: 'half', on: 'writes' });
        const contentItem = { id: String(issue), entityType: 'issuefieldvalue', entityId: 'summary' };
        const redactions = ['Broken', 'printer'].map((text, place) => ({
          ...{ externalId: `00000000-0000-4000-8000-00000000000${place}`, reason: 'Erasure', contentItem },
          redactionPosition: { from: 7 * place, to: 7 * place + text.length, expectedText: digestOf(text) },
        }));
        const job = await ask('POST', `${api}/redact`, { body: { redactions } });
        await later(1);
        const done = await ask('GET', `${api}/redact/status/${String(job.json)}`);
        expect(each(done, 'bulkRedactionResponse.results', 'successful')).toEqual([true, false]);
      },
      { site: { guardPremium: true } },
    );
  });
});

describe('what the fake holds', () => {
  it('is also what no call shows: what files have inside, old texts, the index, mails, what was said of the service', async () => {
    await withRequest(async (scene) => {
      scene.seed.issue({ summary: 'Rated', feedback: { rating: 1, comment: 'thimble-feedback' } });
      await rename(scene);
      const dump = [...scene.fake.dump()];
      const linesWith = (start: string, text: string): number =>
        dump.filter((one) => one.startsWith(start) && one.includes(text)).length;
      expect(linesWith('attachments', 'her face')).toBe(1);
      expect(linesWith('histories', 'Broken printer of Ada')).toBe(1);
      expect(linesWith('index', 'ada.king@lovelace.test')).toBe(1);
      expect(linesWith('mail', 'Broken printer of Ada')).toBe(1);
      expect(linesWith('issues', 'thimble-feedback')).toBe(1);
    });
  });
});
