import { HostError, kindWords, spotKinds } from '@lethe/core';
import type { Host } from '@lethe/core';
import type { Session } from '../session.ts';
import { tableOf } from '../output/table.ts';
import { troubleOf } from '../output/trouble.ts';
import type { Work } from './command.ts';

interface HostLine {
  readonly name: string;
  readonly where: string;
  readonly state: 'ready' | 'not ready';
  readonly troubles: readonly string[];
  readonly cannot: readonly string[];
}

/** `lethe hosts`: which hosts there are, whether each can be used now, and what each cannot blank. */
export function listHosts(): Work {
  return async (session) => {
    const lines: HostLine[] = [];
    for (const [name, { where }] of session.settings.hosts) lines.push(await lineOf(session, name, where));
    session.output.result(() => textOf(lines), { hosts: lines });
    return lines.every((line) => line.state === 'ready') ? 'ok' : 'host';
  };
}

async function lineOf(session: Session, name: string, where: string): Promise<HostLine> {
  try {
    const { host } = await session.host(name);
    const obstacles = await host.preflight();
    const troubles = obstacles.map(({ says, remedy }) => `${says} ${remedy}`);
    return { name, where, state: troubles.length === 0 ? 'ready' : 'not ready', troubles, cannot: cannotOf(host) };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const { says, remedy } = troubleOf(error);
    return {
      name,
      where,
      state: 'not ready',
      troubles: [remedy === undefined ? says : `${says} ${remedy}`],
      cannot: [],
    };
  }
}

function cannotOf({ profile }: Host): readonly string[] {
  return spotKinds.filter((kind) => profile.abilities[kind].can === 'nothing').map((kind) => kindWords[kind]);
}

function textOf(lines: readonly HostLine[]): string {
  const table = tableOf(
    ['host', 'where', 'state', 'cannot blank'],
    lines.map(({ name, where, state, cannot }) => [name, where, state, cannot.join(', ')]),
  );
  return [table, ...lines.flatMap(({ name, troubles }) => troubles.map((trouble) => `${name}: ${trouble}`))].join('\n');
}
