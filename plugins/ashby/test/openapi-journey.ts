import { virtualClock } from '@lethe/core/testing';
import { archiveReason } from './fake/shapes.ts';
import { Seed, fullKey } from './fake/seed.ts';
import type { Made } from './fake/server.ts';
import { FakeAshby } from './fake/server.ts';
import { candidacy } from './journeys.ts';

/** All calls of a journey with their answers, and the endpoints of the fake nobody asked. */
export interface Journey {
  readonly made: readonly Made[];
  readonly unvisited: readonly string[];
}

/** Asks every endpoint of the fake at least once, and is refused a few times. */
export async function travelled(): Promise<Journey> {
  const seed = new Seed(virtualClock());
  const { candidate, first } = candidacy(seed);
  const fake = await FakeAshby.start(seed.ashby);
  const ask = async (endpoint: string, body: object): Promise<unknown> => {
    const authorization = `Basic ${Buffer.from(`${fullKey}:`).toString('base64')}`;
    const response = await fetch(`${fake.address}/${endpoint}`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { authorization, accept: 'application/json; version=1', 'content-type': 'application/json' },
    });
    return response.json();
  };
  try {
    for (const [endpoint, body] of [...readings(candidate, first), ...changes(seed, candidate, first)])
      await ask(endpoint, body);
    const asked = new Set(fake.made.map(({ url }) => url.slice(1)));
    return { made: fake.made, unvisited: fake.routes.map(({ endpoint }) => endpoint).filter((one) => !asked.has(one)) };
  } finally {
    await fake.close();
  }
}

type Step = readonly [endpoint: string, body: object];

const nobody = 'c9999999-0000-4000-8000-000000000000';

function readings(candidateId: string, applicationId: string): readonly Step[] {
  return [
    ['candidate.info', { id: candidateId }],
    ['candidate.info', { id: nobody }],
    ['candidate.list', { limit: 1 }],
    ['candidate.list', { syncToken: 'since-2026-01-01T00:00:00.000Z' }],
    ['candidate.search', { email: 'ada@quill.test' }],
    ['candidate.listNotes', { candidateId }],
    ['candidate.listClientInfo', { candidateId, limit: 100 }],
    ['application.list', { limit: 10 }],
    ['application.info', { applicationId, expand: ['applicationFormSubmissions'] }],
    ['applicationFeedback.list', { applicationId }],
    ['interviewSchedule.list', { applicationId }],
    ['offer.list', { applicationId }],
    ['customField.list', {}],
    ['archiveReason.list', {}],
    ['file.info', { fileHandle: archiveReason.id }],
  ];
}

function changes(seed: Seed, candidateId: string, applicationId: string): readonly Step[] {
  const fieldId = seed.field('Candidate', 'Nickname');
  const day = seed.field('Application', 'Free from', 'Date');
  const values = [{ fieldId: day, fieldValue: '2026-04-01T00:00:00.000Z' }];
  const webhook = { webhookType: 'candidateMerge', requestUrl: 'https://lethe.test/hook', secretToken: 'known' };
  const webhookId = 'ba000000-0000-4000-8000-000000000001';
  return [
    ['candidate.update', { candidateId, alternateEmail: 'third@quill.test', sendNotifications: false }],
    ['candidate.removeTag', { candidateId, tagId: seed.tag('Backend') }],
    ['customField.setValue', { objectId: candidateId, objectType: 'Candidate', fieldId, fieldValue: '' }],
    ['customField.setValues', { objectId: applicationId, objectType: 'Application', values }],
    ['customField.setValue', { objectId: applicationId, objectType: 'Application', fieldId: day, fieldValue: '' }],
    ['candidate.anonymize', { candidateId }],
    ['webhook.create', webhook],
    ['webhook.info', { webhookId }],
    ['webhook.update', { webhookId, requestUrl: 'https://lethe.test/other' }],
    ['webhook.delete', { webhookId }],
  ];
}
