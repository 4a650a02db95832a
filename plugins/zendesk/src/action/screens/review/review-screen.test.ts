import { describe, expect, it } from '@jest/globals';
import { mint, mistakableWorld } from '@lethe/core/testing';
import { ReviewFlow } from '@lethe/review';
import { StandIn } from '@lethe/review/testing';
import { createElement } from 'react';
import type { At } from '../../view/flow-states.ts';
import { languages } from '../../words/catalogs.ts';
import { headingLevels, inSight, rendered, textOf } from '../rendered.suite.ts';
import { ReviewScreen } from './review-screen.tsx';

const standIn = new StandIn(mistakableWorld());

async function reviewed(changes: Partial<At<'reviewed'>> = {}): Promise<At<'reviewed'>> {
  const flow = new ReviewFlow(standIn.desk());
  await flow.review(standIn.person);
  if (flow.state.at !== 'reviewed') throw new TypeError('The person cannot be reviewed.');
  return { ...flow.state, ...changes };
}

function screenOf(state: At<'reviewed'>, locale?: string): Promise<string> {
  return rendered(createElement(ReviewScreen, { reviewed: state, onConfirm: () => undefined }), locale);
}

const gap = {
  spot: mint('spot', 't42.audits'),
  kind: 'dossier.history',
  label: 'audit log of ticket 42',
  source: 'https://zendesk.test/audits',
  because: 'Comments have no subject of their own.',
  instead: 'Delete the ticket permanently in Zendesk.',
} as const;

const disabledSubmit = /<button disabled="" type="submit"/u;

describe('the review', () => {
  it('HD-05 shows what is blanked, kept and cannot be erased, with as many as there are', async () => {
    const state = await reviewed();
    const seen = inSight(await screenOf(state));
    const { blanked, kept, cannot } = state.sheet.totals;
    expect(seen).toContain(`All ${String(blanked)} ${String(kept)} ${String(cannot)}`);
    for (const row of state.sheet.rows)
      expect(seen).toContain(`${String(row.blanked)} ${String(row.kept)} ${String(row.cannot)}`);
  });

  it('needs no click to show what cannot be erased, what remains and what else happens', async () => {
    const { sheet } = await reviewed();
    const plain = { ...sheet, gaps: [gap] };
    const remains = [{ kind: 'dossier.title', where: 'the backup of 1999', steps: 2 }] as const;
    const sideEffects = [{ kind: 'attachment', what: 'a bell rings', steps: 1 }] as const;
    const unreached = [{ scope: 'everything', because: 'nobody holds the key' }] as const;
    const seen = inSight(await screenOf(await reviewed({ sheet: { ...plain, remains, sideEffects, unreached } })));
    for (const text of [gap.because, gap.instead, 'the backup of 1999', 'a bell rings', 'nobody holds the key'])
      expect(seen).toContain(text);
  });

  it('names every place of a gap, folded away', async () => {
    const { sheet } = await reviewed();
    const html = await screenOf(await reviewed());
    for (const { label } of sheet.gaps) expect(textOf(html)).toContain(label);
  });

  it('says that it cannot be undone, how long it takes, and what to type', async () => {
    const state = await reviewed({ seconds: 424 });
    const seen = inSight(await screenOf(state));
    expect(seen).toContain('This cannot be undone.');
    expect(seen).toContain('about 7 minutes');
    expect(seen).toContain(`Type ${state.phrase} to confirm`);
  });

  it('HD-02 marks the field and says at once that the phrase is wrong', async () => {
    const refused = { code: 'confirmation-wrong', says: 'No.', remedy: 'Type it.' } as const;
    const state = await reviewed({ refused });
    const html = await screenOf(state);
    expect(html).toMatch(/<input[^>]*aria-invalid="true"/u);
    expect(textOf(/<div[^>]*role="alert".*?<\/div>/su.exec(html)?.[0] ?? '')).toContain(
      `That is not the phrase. Type ${state.phrase} exactly as shown.`,
    );
  });

  it('says what else stands in the way in its own words', async () => {
    const refused = { code: 'run-in-progress', says: 'Somebody was faster.', remedy: 'Wait.' } as const;
    expect(inSight(await screenOf(await reviewed({ refused })))).toContain('Somebody was faster. Wait.');
  });

  it('lets nobody confirm twice, and nobody where there is nothing to blank', async () => {
    expect(await screenOf(await reviewed({ confirming: true }))).toMatch(disabledSubmit);
    expect(await screenOf(await reviewed())).not.toMatch(disabledSubmit);
    const { sheet } = await reviewed();
    const nothing = await reviewed({ sheet: { ...sheet, totals: { blanked: 0, kept: 3, cannot: 0 } } });
    expect(await screenOf(nothing)).not.toContain('type="submit"');
  });

  it.each(languages)('has its headings in order, in %s', async (locale) => {
    const levels = headingLevels(await screenOf(await reviewed(), locale));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  it('shows nothing of the person but the id', async () => {
    const text = textOf(await screenOf(await reviewed()));
    for (const secret of standIn.world.secrets) expect(text).not.toContain(secret.text);
  });

  it('makes no page of what it is given: signs stay signs', async () => {
    const { sheet } = await reviewed();
    const label = '<img src=x onerror=alert(1)>';
    const gaps = [{ ...gap, label, because: label, source: 'javascript:alert(1)' }];
    const html = await screenOf(await reviewed({ sheet: { ...sheet, gaps, ambiguous: [label] } }));
    expect(html).not.toContain('<img');
    expect(html).not.toContain('javascript:');
  });
});
