import { notFound } from './answer.ts';
import { pageOf } from './pages.ts';
import type { Field, Membership, Named, Role } from './records.ts';
import type { Request, Route } from './route.ts';
import type { Zendesk } from './zendesk.ts';

/** A row as it is shown. */
type Shape = { readonly id: number } & Readonly<Record<string, unknown>>;

/** Settings, roles, groups, companies, fields: what an account is set up with. */
export function accountRoutes(zendesk: Zendesk): Route[] {
  const list = (key: string, rows: readonly Shape[], { path, query }: Request): unknown => {
    const { rows: page, meta } = pageOf(rows, { zendesk, path, query });
    return { [key]: page, ...meta };
  };
  return [
    { method: 'GET', path: /^\/api\/v2\/account\/settings$/, answer: () => ({ settings: settingsOf(zendesk) }) },
    {
      method: 'GET',
      path: /^\/api\/v2\/custom_roles$/,
      answer: () => ({ custom_roles: zendesk.roles.all().map((role) => roleShape(zendesk, role)) }),
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/custom_roles\/(\d+)$/,
      answer: (_, [id]) => {
        const role = zendesk.roles.find(Number(id));
        if (role === undefined) throw notFound();
        return { custom_role: roleShape(zendesk, role) };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/groups$/,
      answer: (request) =>
        list(
          'groups',
          zendesk.groups.all().map((one) => groupShape(zendesk, one)),
          request,
        ),
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/users\/(\d+)\/groups$/,
      answer: (request, [id]) => {
        const own = zendesk.groupMemberships
          .where(({ user_id }) => user_id === zendesk.user(id).id)
          .map((one) => one.of);
        const groups = zendesk.groups.where((one) => own.includes(one.id)).map((one) => groupShape(zendesk, one));
        return list('groups', groups, request);
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/(?:users\/(\d+)\/)?group_memberships$/,
      answer: (request, [id]) => {
        const own = zendesk.groupMemberships.where(
          ({ user_id }) => id === undefined || user_id === zendesk.user(id).id,
        );
        return list(
          'group_memberships',
          own.map((one) => membershipShape(zendesk, one, 'group_id')),
          request,
        );
      },
    },
    ...fieldRoutes(zendesk, list),
    ...organizationRoutes(zendesk, list),
  ];
}

type List = (key: string, rows: readonly Shape[], request: Request) => unknown;

function fieldRoutes(zendesk: Zendesk, list: List): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/api\/v2\/ticket_fields$/,
      answer: (request) =>
        list(
          'ticket_fields',
          zendesk.ticketFields.all().map((one) => fieldShape(zendesk, one)),
          request,
        ),
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/user_fields$/,
      answer: (request) =>
        list(
          'user_fields',
          zendesk.userFields.all().map((one) => ({ ...fieldShape(zendesk, one), key: one.key })),
          request,
        ),
    },
  ];
}

function organizationRoutes(zendesk: Zendesk, list: List): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/api\/v2\/users\/(\d+)\/organization_memberships$/,
      answer: (request, [id]) => {
        const own = zendesk.organizationMemberships.where(({ user_id }) => user_id === zendesk.user(id).id);
        const rows = own.map((one) => membershipShape(zendesk, one, 'organization_id'));
        return list('organization_memberships', rows, request);
      },
    },
    {
      method: 'DELETE',
      path: /^\/api\/v2\/organization_memberships\/(\d+)$/,
      answer: (_, [id]) => {
        const membership = zendesk.organizationMemberships.find(Number(id));
        if (membership === undefined) throw notFound();
        zendesk.organizationMemberships.delete(membership.id);
        const left = zendesk.organizationMemberships.where(({ user_id }) => user_id === membership.user_id);
        zendesk.users.update(membership.user_id, { organization_id: left[0]?.of ?? null });
      },
    },
  ];
}

function settingsOf({ account }: Zendesk): unknown {
  const { sideConversations } = account;
  return {
    active_features: { allow_ccs: true, explore: true, voice: account.voice, user_tagging: true, bcc_archiving: false },
    agents: { agent_workspace: account.agentWorkspace, agent_home: false, idle_timeout_enabled: false },
    side_conversations: {
      email_channel: sideConversations,
      slack_channel: false,
      tickets_channel: sideConversations,
      msteams_channel: false,
      show_in_context_panel: false,
    },
    tickets: {
      agent_ticket_deletion: account.ticketDeletion,
      follower_and_email_cc_collaborations: account.ccsAndFollowers,
      collaboration: true,
      tagging: true,
    },
    user: { tagging: true, multiple_organizations: false },
    voice: { enabled: account.voice },
    limits: { attachment_size: 52_428_800 },
  };
}

function roleShape({ account }: Zendesk, { may_redact, ...role }: Role): unknown {
  const right = account.redactionRight === null ? {} : { [account.redactionRight]: may_redact };
  const at = '2025-01-01T00:00:00Z';
  return {
    ...role,
    configuration: { ...role.configuration, ...right },
    description: '',
    team_member_count: 1,
    created_at: at,
    updated_at: at,
  };
}

function groupShape({ base }: Zendesk, { id, name }: Named): Shape {
  const at = '2025-01-01T00:00:00Z';
  const shown = {
    name,
    description: '',
    default: false,
    deleted: false,
    is_public: true,
    created_at: at,
    updated_at: at,
  };
  return { id, url: `${base}/api/v2/groups/${String(id)}.json`, ...shown };
}

function membershipShape({ base }: Zendesk, row: Membership, of: 'group_id' | 'organization_id'): Shape {
  const at = '2025-01-01T00:00:00Z';
  const kind = of === 'group_id' ? 'group_memberships' : 'organization_memberships';
  const url = `${base}/api/v2/${kind}/${String(row.id)}.json`;
  return { id: row.id, url, user_id: row.user_id, [of]: row.of, default: row.default, created_at: at, updated_at: at };
}

function fieldShape({ base }: Zendesk, { id, type, title, required, active }: Field): Shape {
  const at = '2025-01-01T00:00:00Z';
  const url = `${base}/api/v2/ticket_fields/${String(id)}.json`;
  const shown = { type, title, raw_title: title, description: '', raw_description: '', position: 1, active, required };
  return { id, url, ...shown, regexp_for_validation: null, removable: true, tag: null, created_at: at, updated_at: at };
}
