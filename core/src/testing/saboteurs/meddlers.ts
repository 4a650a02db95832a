import type { Host, ReadyStep, SpotId } from '../../host.ts';
import { textsIn } from '../memory/cell.ts';
import type { Cell } from '../memory/cell.ts';
import type { MemoryStore } from '../memory/memory-store.ts';
import { Personal } from '../../personal.ts';
import { mint } from '../mint.ts';
import { but, law } from './saboteur.ts';
import type { Saboteur } from './saboteur.ts';

type Meddling = (store: MemoryStore, step: ReadyStep, cell: Cell) => void;

/** Hosts that do something else beside what they were told. */
export const meddlers: readonly Saboteur[] = [
  {
    that: 'keeps each old text in a place of its own',
    caughtBy: law(2, 'still in the host'),
    wrap: before((store, { id }, cell) => plant(store, `audit-${id}`, textsIn(cell.value).join(' '))),
  },
  {
    that: 'mails the person about each change',
    caughtBy: law(2, 'still in the host'),
    wrap: before((store, { id }) => plant(store, `outbox-${id}`, 'To: zoe.angstrom@quill.test')),
  },
  {
    that: 'writes to a bystander whenever it writes',
    caughtBy: law(3, 'A text that no step is about'),
    wrap: before((store) => append(store, mint('spot', 'ticket-14/description'), ' (seen)')),
  },
  {
    that: 'removes a message where its text is to be cleared',
    caughtBy: law(4, 'What reports count has changed'),
    wrap: before((store, { verb }, cell) => {
      if (cell.kind === 'message.body' && verb === 'clear') store.remove(cell);
    }),
  },
  {
    that: 'leaves a note each time it is told the same again',
    caughtBy: law(6, 'What reports count has changed'),
    wrap: notesRepeats,
  },
  {
    that: 'writes something whenever it is asked whether it is ready',
    caughtBy: law(5, 'The same plan wrote again'),
    wrap: (host, { disturbance }) =>
      but(host, {
        preflight: () => {
          disturbance.write([], () => []);
          return host.preflight();
        },
      }),
  },
  {
    that: 'blanks every message of a ticket when it is told to blank one text of it',
    caughtBy: law(8, 'A gap has changed'),
    wrap: before((store, _step, { owner }) => {
      const dossier = store.dossierOf(owner);
      const messages = dossier === undefined ? [] : store.messagesOf(dossier);
      for (const { id } of messages.filter(({ author }) => author === mint('person', 'account-target')))
        for (const cell of store.cellsOf({ type: 'message', id }))
          if (cell.kind === 'message.body') store.write(cell, { form: 'plain', text: '' });
    }),
  },
  {
    that: 'clears the whole text where mentions are to be cut',
    caughtBy: law(3, 'More or less than the mentions'),
    wrap: (host) =>
      but(host, {
        apply: (group) =>
          host.apply({ ...group, steps: group.steps.map((step) => (step.verb === 'cut' ? cleared(step) : step)) }),
      }),
  },
  { that: 'lets a directory put the phone back', caughtBy: law(2, 'still in the host'), wrap: resurrecting },
  {
    that: 'blanks the company with the name',
    caughtBy: law(3, 'A text that no step is about'),
    wrap: before((store, { kind }, { owner }) => {
      const record = owner.type === 'person' && kind === 'person.name' ? store.people.get(owner.id) : undefined;
      if (record !== undefined) store.people.set(record.id, { ...record, company: '' });
    }),
  },
  {
    that: 'reopens a ticket it changes',
    caughtBy: law(4, 'What reports count has changed'),
    wrap: before((store, _step, { owner }) => {
      const record = owner.type === 'dossier' ? store.dossiers.get(owner.id) : undefined;
      if (record !== undefined)
        store.dossiers.set(record.id, { ...record, tallies: { ...record.tallies, status: 'reopened' } });
    }),
  },
];

function before(meddle: Meddling): Saboteur['wrap'] {
  return (host, { store }) =>
    but(host, {
      apply: (group) => {
        for (const step of group.steps) {
          const cell = store.cells.get(step.spot);
          if (cell !== undefined) meddle(store, step, cell);
        }
        return host.apply(group);
      },
    });
}

/** Stores a text where no listing leads to. */
function plant(store: MemoryStore, key: string, text: string): void {
  const id = mint('dossier', key);
  const tallies = { text };
  store.dossiers.set(id, {
    id,
    label: key,
    state: 'archived',
    openedBy: mint('person', 'nobody'),
    openedVia: 'api',
    tallies,
  });
}

function append(store: MemoryStore, spot: SpotId, text: string): void {
  const cell = store.cells.get(spot);
  if (cell?.value.form === 'plain') store.write(cell, { form: 'plain', text: cell.value.text + text });
}

function cleared(step: ReadyStep): ReadyStep {
  const { id, spot, kind } = step;
  const after =
    step.after?.form === 'list'
      ? { form: 'list' as const, items: [] }
      : { form: 'plain' as const, text: Personal.blank };
  return { id, spot, kind, verb: 'cut', after };
}

function notesRepeats(host: Host, { store }: { readonly store: MemoryStore }): Host {
  const done = new Set<string>();
  return but(host, {
    apply: async (group) => {
      const repeated = group.steps.filter(({ id }) => done.has(id));
      const receipts = await host.apply(group).finally(() => {
        for (const { id } of group.steps) done.add(id);
      });
      for (const { spot } of repeated) plant(store, `note-${spot}`, 'told again');
      return receipts;
    },
  });
}

/** Gives the phone back once it was read as gone. */
function resurrecting(host: Host, { store }: { readonly store: MemoryStore }): Host {
  const cells = [...store.cells.values()].filter((cell) => cell.kind === 'person.phone');
  return but(host, {
    reread: async function* (spots) {
      yield* host.reread(spots);
      for (const cell of cells.filter((one) => spots.includes(one.id))) store.write(cell, cell.value);
    },
  });
}
