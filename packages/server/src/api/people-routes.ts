import { hostErrorCodes, personKinds } from '@lethe/core';
import { z } from 'zod';
import type { App } from '../http/routes.ts';
import { signedIn } from '../sign-in/session-routes.ts';
import { lookAtPerson } from '../work/one-person.ts';
import { searchPeople } from '../work/people.ts';
import { API, hostName, obstacleSchema, personId, shownObstacle, typed } from './shapes.ts';
import type { Work } from './work.ts';

const shown = {
  host: hostName,
  id: z.string().describe('In the host: what a review takes.'),
  kind: z.enum(personKinds),
  active: z.boolean(),
  lastActivity: z.iso.date().optional(),
  dossiers: z.int().optional(),
  masteredBy: z.string().optional(),
  mailDomains: z.array(z.string()).readonly(),
  name: z.string().describe('Personal. Shortened for those who may not run.'),
  addresses: z.array(z.string()).readonly().describe('Personal. Shortened for those who may not run.'),
  sharedMailbox: z.boolean().describe('The mailbox seems to be read by several people.'),
};

/** Somebody who was found. */
export const personSchema = z.strictObject(shown).meta({ id: 'FoundPerson' });

const lookedAtSchema = z
  .strictObject({
    ...shown,
    obstacles: z.array(obstacleSchema).readonly().describe('What stands in the way of reviewing this account now.'),
  })
  .meta({ id: 'LookedAtPerson' });

const answersSchema = z
  .strictObject({
    host: hostName,
    answers: z
      .array(
        z.strictObject({
          asked: z.int().describe('The place of what was asked for, from 1.'),
          people: z.array(personSchema).readonly(),
          refused: z.string().optional(),
        }),
      )
      .readonly(),
    failed: z.strictObject({ code: z.enum(hostErrorCodes), says: z.string() }).optional(),
  })
  .meta({ id: 'HostAnswers' });

const searchSchema = z.strictObject({
  texts: z.array(typed).min(1).max(50).readonly(),
  hosts: z.array(hostName).min(1).max(50).readonly().optional().describe('All, unless told.'),
});

const foundSchema = z.strictObject({ hosts: z.array(answersSchema).readonly(), repeated: z.int() });

/** Who goes by an address, a number, a login or a name. A POST: what is typed must be in no address. */
export function peopleRoutes(app: App, { desks }: Work): void {
  const schema = { summary: 'Look people up', tags: ['people'], body: searchSchema, response: { 200: foundSchema } };
  app.post(`${API}/people/search`, { config: { needs: 'preview' }, schema }, async (request) => {
    const { texts, hosts } = request.body;
    return searchPeople(desks, signedIn(request.operator), { texts, hosts });
  });
  const params = z.strictObject({ host: hostName, person: personId });
  const one = {
    ...{ summary: 'One account, and what stands in its way', tags: ['people'], params },
    response: { 200: lookedAtSchema },
  };
  app.get(`${API}/people/:host/:person`, { config: { needs: 'preview' }, schema: one }, async (request) => {
    const { obstacles, ...person } = await lookAtPerson(desks, signedIn(request.operator), request.params);
    return { ...person, obstacles: obstacles.map(shownObstacle) };
  });
}
