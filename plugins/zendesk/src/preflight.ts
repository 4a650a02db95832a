import { HostError } from '@lethe/core';
import type { Obstacle } from '@lethe/core';
import * as api from './api.ts';
import type { Line } from './ask.ts';
import type { Known } from './known.ts';
import type { RoleRights, Settings } from './user-schema.ts';

/** Whether account and sign-in let an erasure be carried out: every obstacle, with the setting's name and place. Throws `HostError`. */
export async function preflight(line: Line, known: Known): Promise<readonly Obstacle[]> {
  const [settings, self] = await Promise.all([api.accountSettings(line), api.currentUser(line)]);
  if (self.id === null) throw new HostError('signed-out', 'Nobody is signed in to Zendesk. Sign in again.');
  known.take(self.id, settings);
  const workspace = settings.agents?.agent_workspace === true ? [] : [noAgentWorkspace];
  if (self.role === 'admin') return workspace;
  if (self.role !== 'agent') return [...workspace, notAnAgent];
  const rights = self.custom_role_id === undefined ? undefined : await api.roleById(line, self.custom_role_id);
  const restricted = self.ticket_restriction == null ? [] : [notAllTickets];
  const missing = rights === undefined ? plainAgent(settings) : missingIn(rights);
  return [...workspace, ...new Set([...missing, ...restricted])];
}

/** Agents of accounts without roles of their own. */
function plainAgent({ tickets }: Settings): readonly Obstacle[] {
  return tickets?.agent_ticket_deletion === true ? [] : [agentsMayNotRedact];
}

function missingIn(rights: RoleRights): readonly Obstacle[] {
  return [
    ...(mayRedact(rights) ? [] : [roleMayNotRedact]),
    ...(rights.ticket_access === 'all' ? [] : [notAllTickets]),
    ...(rights.end_user_profile_access === 'full' ? [] : [notAllPeople]),
  ];
}

/** What the right to redact is called in the API is not documented; older roles have it with the right to delete. */
function mayRedact(rights: RoleRights): boolean {
  const redaction = Object.entries(rights).filter(([name]) => /redact/i.test(name));
  return redaction.length === 0 ? rights.ticket_deletion === true : redaction.some(([, value]) => value === true);
}

const noAgentWorkspace: Obstacle = {
  code: 'host-setting',
  says: 'The Agent Workspace is off, without which Zendesk cannot redact comments of closed tickets.',
  remedy: 'Turn on Admin Center > Workspaces > Agent tools > Agent Workspace.',
};

const notAnAgent: Obstacle = {
  code: 'host-right-missing',
  says: "The sign-in is an end user's, who can change nobody but themselves.",
  remedy: 'Sign in as an administrator, or as an agent whose role has the rights in the README.',
};

const agentsMayNotRedact: Obstacle = {
  code: 'host-right-missing',
  says: 'Agents of this account may not redact.',
  remedy:
    'Turn on "Agents can delete tickets and redact content" in Admin Center > People > Configuration > End users and agents, or let an administrator do it.',
};

const roleMayNotRedact: Obstacle = {
  code: 'host-right-missing',
  says: 'The role of the sign-in lacks the right to redact.',
  remedy: 'Give it "Redact ticket content" in Admin Center > People > Team > Roles > Tickets.',
};

const notAllTickets: Obstacle = {
  code: 'host-right-missing',
  says: 'The sign-in does not see all tickets, so that some would be left out without anybody noticing.',
  remedy: 'Give its role access to "All tickets" in Admin Center > People > Team > Roles > Tickets.',
};

const notAllPeople: Obstacle = {
  code: 'host-right-missing',
  says: 'The role of the sign-in may not change all of an end user.',
  remedy: 'Give it "Add, edit and delete all" end-user profiles in Admin Center > People > Team > Roles > People.',
};
