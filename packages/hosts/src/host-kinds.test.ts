import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { spotKinds } from '@lethe/core';
import { hostKinds } from './host-kinds.ts';

const folders = readdirSync(new URL('../../../plugins', import.meta.url));

describe('the list of hosts', () => {
  it('names every folder of plugins/, and no other', () => {
    expect(hostKinds.map((host) => host.kind)).toEqual([...folders].sort());
  });

  it.each(
    hostKinds.flatMap(({ kind, profiles }) => profiles.map(({ when, profile }) => [kind, when, profile] as const)),
  )('gives %s (%s) an answer for every kind of spot, with its source', (kind, _when, profile) => {
    expect(profile.id).toBe(kind);
    expect(Object.keys(profile.abilities).sort()).toEqual([...spotKinds].sort());
    for (const ability of Object.values(profile.abilities)) expect(ability.source).not.toBe('');
  });
});
