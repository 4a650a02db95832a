import { HostError } from '@lethe/core';
import * as api from './account-api.ts';
import { lineOf } from './form.ts';
import { accountIn, settle, settleRefused } from './placed.ts';
import type { PlacedStep, Settling, Writing } from './placed.ts';

/**
 * Changes a customer's account in the order of the steps: name, details, and the address last, which takes the whole account with it. What is
 * refused does not keep the others from being done: a renamed account is better than an untouched one.
 */
export async function changeCustomer(
  writing: Writing,
  steps: readonly PlacedStep[],
  settling: Settling,
): Promise<void> {
  await writing.marks.pay();
  const last = steps.filter(({ place }) => place.is === 'email');
  for (const one of [...steps.filter((step) => !last.includes(step)), ...last]) {
    if (settling.has(one.step.id)) continue;
    try {
      await changed(writing, one);
      settle(settling, [one], 'done');
    } catch (error) {
      settleRefused(settling, [one], error);
    }
  }
}

async function changed(writing: Writing, one: PlacedStep): Promise<void> {
  const { line } = writing;
  const account = accountIn(one, writing);
  const { place, step } = one;
  if (place.is === 'name') await api.renameCustomer(line, account, lineOf(step));
  else if (place.is === 'detail') await api.clearDetail(line, account, place.name);
  else if (place.is === 'access') await api.revokeAccess(line, account);
  else if (place.is === 'email') await api.deleteAccount(line, account);
  else
    throw new HostError('rejected', 'A step wants to change what Jira does not let anybody change: make a new plan.');
}
