import { describe, expect, it } from '@jest/globals';
import type { Spot, StepId } from '../host.ts';
import type { JournalEntry } from '../journal.ts';
import type { Outcome } from '../outcome.ts';
import type { Step } from '../plan.ts';
import { outcomes } from '../outcome.ts';
import { reviewOf, runOf } from '../testing/journey.ts';
import { scriptedHost } from '../testing/scripted-host.ts';
import type { Finder } from '../finding/finder.ts';
import { ada, adaFinder, dossierId, dossierOf, plain, spotId, spotOf } from '../testing/spots.ts';
import { Worklist } from './worklist.ts';

const phone = spotOf('person.phone', plain('0'));
const name = spotOf('person.name', plain('Ada King'));
const dossier = dossierOf();
const title = spotOf('dossier.title', plain('Ink'), { of: dossier });

async function listOf(
  entries: readonly JournalEntry[] = [],
  spots: readonly Spot[] = [phone, name, title],
): Promise<Worklist> {
  const host = scriptedHost(spots);
  return new Worklist(runOf(host, await reviewOf(host, ada.id, { who: ada.identifiers })), entries);
}

function begun(spot: Spot, outcome?: Outcome): JournalEntry {
  return { step: String(spot.id) as StepId, attempts: 1, ...(outcome === undefined ? {} : { outcome }) };
}

describe('a worklist', () => {
  it('begins with all steps of the plan open, unseen and in order', async () => {
    const list = await listOf();

    expect(list.open.map(({ spot }) => spot)).toEqual([phone.id, name.id]);
    expect(list.unseen).toEqual(list.open);
    expect(list.counts).toEqual({});
    expect(list.resumed).toBe(false);
  });

  it.each(outcomes.map((outcome) => [outcome]))(
    'resumed after %s: does what is not final once more',
    async (outcome) => {
      const list = await listOf([begun(phone, outcome)]);
      const isFinal = ['clean', 'already-clean', 'unprovable', 'waiting'].includes(outcome);

      expect(list.open.map(({ spot }) => spot)).toEqual(isFinal ? [name.id] : [phone.id, name.id]);
      expect(list.counts).toEqual(isFinal ? { [outcome]: 1 } : {});
      expect(list.resumed).toBe(true);
    },
  );

  it('resumed without an outcome: the step is open', async () => {
    const list = await listOf([begun(phone)]);

    expect(list.open).toHaveLength(2);
    expect(list.resumed).toBe(true);
  });

  it('makes a step ready when its spot is as it was reviewed, once', async () => {
    const list = await listOf();
    const [step] = list.open;

    expect(step && list.readyFor(step)).toBeUndefined();
    expect(list.see(phone)).toBeUndefined();
    expect(step && list.readyFor(step)).toMatchObject({ id: step?.id, spot: phone.id, verb: 'clear' });
    expect(list.unseen.map(({ spot }) => spot)).toEqual([name.id]);
    expect(list.see({ ...phone, content: plain('1') })).toBeUndefined();
  });

  it('calls a spot stale that holds anything else than was reviewed', async () => {
    const list = await listOf();

    expect(list.see({ ...phone, content: plain('1') })).toEqual({ step: phone.id, outcome: 'stale' });
    expect(list.unseen).toHaveLength(2);
  });

  it.each<[string, readonly JournalEntry[], Outcome]>([
    ['by somebody else', [], 'already-clean'],
    ['by this run before it was interrupted', [begun(phone)], 'clean'],
  ])('finds a spot done %s', async (_by, entries, outcome) => {
    const list = await listOf(entries);

    expect(list.see({ ...phone, content: plain('') })).toEqual({ step: phone.id, outcome });
    expect(list.seeReread({ spot: phone.id, content: 'gone' })).toEqual({ step: phone.id, outcome });
  });

  it('takes a spot read again like one that was listed', async () => {
    const list = await listOf();

    expect(list.seeReread({ spot: phone.id, content: plain('1') })).toEqual({ step: phone.id, outcome: 'stale' });
    expect(list.seeReread({ spot: phone.id, content: plain('0') })).toBeUndefined();
    expect(list.unseen.map(({ spot }) => spot)).toEqual([name.id]);
  });

  it('has no opinion on spots without a step, and on steps that are settled', async () => {
    const list = await listOf();
    list.settle([{ step: String(phone.id) as StepId, outcome: 'clean' }]);

    expect(list.see(title)).toBeUndefined();
    expect(list.seeReread({ spot: title.id, content: 'gone' })).toBeUndefined();
    expect(list.see({ ...phone, content: plain('') })).toBeUndefined();
    expect(list.seeReread({ spot: phone.id, content: 'gone' })).toBeUndefined();
  });

  it('settles steps: they are neither open nor ready any more, and count', async () => {
    const list = await listOf();
    const [step] = list.open;
    list.see(phone);
    list.settle([{ step: String(phone.id) as StepId, outcome: 'clean' }]);

    expect(list.open.map(({ spot }) => spot)).toEqual([name.id]);
    expect(step && list.readyFor(step)).toBeUndefined();
    list.settle([{ step: String(name.id) as StepId, outcome: 'clean' }]);
    expect(list.counts).toEqual({ clean: 2 });
  });

  it('notes spots that need a step and have none, each once', async () => {
    const list = await listOf();
    const more = spotOf('person.phone', plain('1'), { id: spotId('phone-2') });
    for (const spot of [phone, title, more, more]) list.noteGrowth(spot);

    expect(list.grown).toEqual(['phone-2']);
  });

  describe('looks through what a cut left', () => {
    const note = spotOf('message.body', plain('Ada King called'), { id: spotId('note-1') });
    /** Everywhere finds something it is not sure about. */
    const doubting: Finder = {
      cut: adaFinder.cut.bind(adaFinder),
      isTheirs: adaFinder.isTheirs.bind(adaFinder),
      mentions: adaFinder.mentions.bind(adaFinder),
      find: (text, form) => [
        ...adaFinder.find(text, form),
        { start: 0, end: 1, by: 'names', entry: 0, sure: 'ambiguous', how: 'part-of-name', doubt: 'name-alone' },
      ],
    };
    const left = { by: 'names', how: 'part-of-name', doubt: 'name-alone', count: 1 };

    async function doubtingList(entries: readonly JournalEntry[] = []): Promise<Worklist> {
      const host = scriptedHost([phone, note]);
      const review = await reviewOf(host, ada.id, { who: ada.identifiers });
      return new Worklist(runOf(host, { ...review, finder: doubting }), entries);
    }

    function stepOn(list: Worklist, spot: Spot): Step {
      const step = list.open.find((one) => one.spot === spot.id);
      if (step === undefined) throw new Error('There is no such step.');
      return step;
    }

    it('and lists what may be another mention, by spot', async () => {
      const list = await doubtingList();
      list.noteResidue(stepOn(list, note), plain('[…] called'));

      expect(list.residue).toEqual([{ spot: note.id, label: note.label, mentions: [left] }]);
    });

    it('but not while a mention is still there for certain, nor where the text is gone or was no cut', async () => {
      const list = await doubtingList();
      list.noteResidue(stepOn(list, note), plain('Ada King called'));
      list.noteResidue(stepOn(list, note), 'gone');
      list.noteResidue(stepOn(list, phone), plain('0'));

      expect(list.residue).toEqual([]);
    });

    it('as it was when it was looked at last', async () => {
      const list = await doubtingList();
      list.noteResidue(stepOn(list, note), plain('[…] called'));
      list.noteResidue(stepOn(list, note), 'gone');

      expect(list.residue).toEqual([]);
    });

    it('also where that was done before the run was resumed', async () => {
      const list = await doubtingList([begun(note, 'clean')]);
      list.see({ ...note, content: plain('[…] called') });

      expect(list.residue).toHaveLength(1);
    });
  });

  it('HD-01 compares the tallies of dossiers of the plan with what is read again', async () => {
    const list = await listOf();
    const readingOf = (of: typeof dossier): Parameters<Worklist['compare']>[0] => ({
      spot: title.id,
      content: 'gone',
      dossier: of,
    });

    list.compare({ spot: phone.id, content: 'gone' });
    list.compare(readingOf(dossierOf({ id: dossierId('unknown') })));
    expect(list.tallies).toEqual({ compared: 0, changed: [] });
    list.compare(readingOf(dossier));
    expect(list.tallies).toEqual({ compared: 1, changed: [] });
    list.compare(readingOf({ ...dossier, tallies: { status: 'gone' } }));
    expect(list.tallies).toEqual({ compared: 1, changed: [dossier.id] });
  });
});
