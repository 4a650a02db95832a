import type { Content, ReadyStep } from '../host.ts';
import type { Deciding } from '../planning/decide.ts';
import { Personal } from '../personal.ts';
import type { Step } from '../plan.ts';

/** A step with what its call needs, from what the spot holds now. */
export function readyStep(step: Step, content: Content, deciding: Deciding): ReadyStep {
  const { id, spot, kind, verb } = step;
  const base = { id, spot, kind, verb };
  switch (verb) {
    case 'cut':
      return { ...base, ...cutOf(content, deciding) };
    case 'clear':
      return {
        ...base,
        after: content.form === 'list' ? { form: 'list', items: [] } : { form: 'plain', text: Personal.blank },
      };
    case 'set':
      return { ...base, after: { form: 'plain', text: Personal.of(step.to) } };
    case 'remove':
    case 'close':
      return base;
  }
}

function cutOf(content: Content, { finder, rules }: Deciding): Pick<ReadyStep, 'after' | 'before' | 'cuts'> {
  if (content.form === 'list')
    return {
      after: {
        form: 'list',
        items: content.items.filter((item) => !finder.isTheirs(item) && !mentioned(item, finder)),
      },
    };
  if (content.form !== 'plain' && content.form !== 'html') return {};
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
