import type { Ability, HostErrorCode, ReadyStep, Receipt, SpotKind, StepGroup } from '@lethe/core';
import { addressOf, isTicket } from './ids.ts';
import { notifyFollowers } from './notify.ts';
import type { Held, Place, Written } from './place.ts';
import { profile } from './profile.ts';
import { readSheet } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import type { Desk } from './store.ts';
import type { Change } from './ticket-places.ts';

/** Everything on one sheet goes in one call; closing an access is a call of its own, as it must not wait for the rest. */
export function group(steps: readonly ReadyStep[]): readonly StepGroup[] {
  const calls = new Map<string, ReadyStep[]>();
  for (const step of steps) {
    const { sheet } = addressOf(step.spot);
    const name = step.kind === 'person.access' ? `close ${sheet}` : sheet;
    const known = calls.get(name);
    if (known === undefined) calls.set(name, [step]);
    else known.push(step);
  }
  return [...calls].map(([name, some]) => ({ call: isTicket(name) ? 'PUT ticket' : 'PUT user', steps: some }));
}

/** Changes the sheets the steps are on, each read and written once. */
export function apply(desk: Desk, { steps }: StepGroup, change: Change): readonly Receipt[] {
  const sheets = [...new Set(steps.map(({ spot }) => addressOf(spot).sheet))];
  return sheets.flatMap((id) => {
    const some = steps.filter(({ spot }) => addressOf(spot).sheet === id);
    const sheet = readSheet(desk, id, change);
    return sheet === undefined
      ? some.map(({ id: step }) => ({ step, claim: 'absent' }))
      : applyTo(desk, { sheet, steps: some, change });
  });
}

/** What followers are told about. */
const toldKinds: readonly SpotKind[] = ['dossier.title', 'dossier.description', 'dossier.field'];

interface Work {
  readonly sheet: Sheet;
  readonly steps: readonly ReadyStep[];
  readonly change: Change;
}

function applyTo(desk: Desk, { sheet, steps, change }: Work): readonly Receipt[] {
  const places = new Map<string, Place>(sheet.places.map((place) => [place.key, place]));
  const done = steps.map((step) => ({ step, ...applied(places.get(addressOf(step.spot).key), step) }));
  const changed = done.filter(({ hasChanged }) => hasChanged);
  if (changed.length > 0) keep(desk, { sheet, steps: changed.map(({ step }) => step), change });
  return done.map(({ step, claim }) => ({ step: step.id, ...claim }));
}

function keep(desk: Desk, { sheet, steps, change }: Work): void {
  const updatedAt = change.at.toISOString();
  if (sheet.of === 'person') {
    desk.keepPerson({ ...sheet.card, updatedAt });
    return;
  }
  if (steps.some(({ kind }) => toldKinds.includes(kind))) notifyFollowers(desk, sheet.ticket, change);
  desk.keepTicket({ ...sheet.ticket, updatedAt });
}

interface Applied {
  readonly claim: Omit<Receipt, 'step'>;
  readonly hasChanged: boolean;
}

function applied(place: Place | undefined, step: ReadyStep): Applied {
  if (place === undefined) return unchanged({ claim: 'absent' });
  const ability: Ability = place.ability ?? profile.abilities[place.kind];
  if (ability.can === 'nothing' || !ability.can.includes(step.verb))
    return refused('rejected', 'Make a new plan: this cannot be done to it any more.');
  if (step.verb === 'remove' || step.verb === 'close') return dropped(place);
  const after = writtenBy(step);
  if (after === undefined || place.put === undefined)
    return refused('rejected', 'Make a new plan: the step does not say what to write.');
  const now = place.read();
  if (isSame(now, after)) return unchanged({ claim: 'done' });
  if (step.before !== undefined && !isSame(now, step.before.reveal())) return unchanged({ claim: 'stale' });
  place.put(after);
  return { claim: { claim: 'done' }, hasChanged: true };
}

function dropped(place: Place): Applied {
  const held = place.read();
  if (held.form === 'access' && !held.open) return unchanged({ claim: 'absent' });
  if (place.drop === undefined) return refused('rejected', 'Make a new plan: this cannot be taken away.');
  place.drop();
  return { claim: { claim: 'done' }, hasChanged: true };
}

function writtenBy({ verb, after }: ReadyStep): Written | undefined {
  if (after === undefined) return verb === 'clear' ? '' : undefined;
  return after.form === 'list' ? after.items.map((item) => item.reveal()) : after.text.reveal();
}

function isSame(held: Held, written: Written): boolean {
  if (held.form === 'list') return typeof written !== 'string' && held.items.join('\n') === written.join('\n');
  return (held.form === 'plain' || held.form === 'html') && held.text === written;
}

function unchanged(claim: Applied['claim']): Applied {
  return { claim, hasChanged: false };
}

function refused(code: HostErrorCode, remedy: string): Applied {
  return unchanged({ claim: 'refused', code, remedy });
}
