import { HostError } from '@lethe/core';
import type { Obstacle } from '@lethe/core';
import * as api from './api.ts';
import type { Line } from './ask.ts';
import type { Known } from './known.ts';

/**
 * Whether the key lets an erasure be carried out, as far as that can be told without a candidate: Lever does not say what a key
 * may change. Throws `HostError`.
 */
export async function preflight(line: Line, known: Known): Promise<readonly Obstacle[]> {
  const [seen, reasons] = await Promise.all([known.confidential(), permitted(api.archiveReasons(line))]);
  if (reasons !== undefined) known.take(reasons);
  const lists = seen !== 'refused' || (await permitted(api.fewOpportunities(line))) !== undefined;
  return [
    ...(reasons === undefined ? [noReasons] : []),
    ...(lists ? [] : [noOpportunities]),
    ...(lists && seen === 'refused' ? [noConfidential] : []),
  ];
}

async function permitted<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HostError && error.code === 'not-permitted') return undefined;
    throw error;
  }
}

const newKey = 'A key cannot be changed: make a new one in Settings > Integrations and API > API Credentials';

const noReasons: Obstacle = {
  code: 'host-right-missing',
  says: 'The key may not list archive reasons, without which nobody can tell a hire.',
  remedy: `${newKey}, with "Archive reasons: list".`,
};

const noOpportunities: Obstacle = {
  code: 'host-right-missing',
  says: 'The key may not list opportunities.',
  remedy: `${newKey}, with all that the README lists.`,
};

const noConfidential: Obstacle = {
  code: 'host-right-missing',
  says: 'The key may not see confidential opportunities: whatever they hold would stay, and nobody would notice.',
  remedy: `${newKey}, with "Allow access to confidential data"; or set \`confidentialHiring: false\` if there are no confidential postings.`,
};
