import type { Content, ReadyStep } from '../host.ts';
import type { Deciding } from '../planning/decide.ts';
import { Personal } from '../personal.ts';
import type { Step } from '../plan.ts';
import { isText } from '../text-content.ts';

/** What a step's call needs besides the step. Steps that write the same fixed thing share it, so that it costs no memory. */
export type Writing = Pick<ReadyStep, 'after' | 'before' | 'cuts'>;

const nothing: Writing = {};
const noText: Writing = { after: { form: 'plain', text: Personal.blank } };
const noEntries: Writing = { after: { form: 'list', items: [] } };

/** What a step is to write, from what its spot holds now. */
export function writingOf({ verb, to }: Step, content: Content, deciding: Deciding): Writing {
  switch (verb) {
    case 'cut':
      return cutOf(content, deciding);
    case 'clear':
      return content.form === 'list' ? noEntries : noText;
    case 'set':
      return { after: { form: 'plain', text: Personal.of(to) } };
    case 'remove':
    case 'close':
    case 'ask':
      return nothing;
  }
}

/** A step as its host is given it. */
export function readyStep({ id, spot, kind, verb }: Step, writing: Writing): ReadyStep {
  return { id, spot, kind, verb, ...writing };
}

function cutOf(content: Content, { finder, rules }: Deciding): Writing {
  if (content.form === 'list')
    return {
      after: {
        form: 'list',
        items: content.items.filter((item) => !finder.isTheirs(item) && !mentioned(item, finder)),
      },
    };
  if (!isText(content)) return {};
  const { text, findings } = finder.cut(content.text, content.form, rules.replacement.mention);
  return {
    after: { form: content.form, text },
    before: content.text,
    cuts: findings.map(({ start, end }) => ({ start, end })),
  };
}

function mentioned(item: Personal, finder: Deciding['finder']): boolean {
  return finder.mentions({ form: 'plain', text: item });
}
