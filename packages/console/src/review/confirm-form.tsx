import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { useLocation } from 'wouter';
import { ProblemError } from '../api/problem-error.ts';
import { Problem } from '../parts/problem.tsx';
import { Advice } from '../people/start-review.tsx';
import { Section } from '../spots/section.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { ToTick } from './to-tick.ts';
import { useConfirming } from './use-review.ts';
import type { Plan, Word } from './use-review.ts';

/** The last question: the phrase is typed, and then it happens. Enter in the field asks too. */
export function ConfirmForm({ plan, open, of }: { readonly plan: Plan } & ToTick): ReactElement {
  const { t } = useWords('review');
  const [typed, type] = useState('');
  const [when, choose] = useState<Word['when']>('now');
  const { confirm, confirming, missing } = useWord(plan, open);
  const say = (): void => confirm({ typed, when, acknowledged: [] });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    say();
  };
  return (
    <Section title={t('confirm.title')} says={t('confirm.undoText', { count: plan.sheet.totals.blanked })}>
      <Advice />
      {of === 0 ? null : <Text size="sm">{t('remains.count', { done: of - open.length, of })}</Text>}
      <Stack component="form" gap="md" onSubmit={submit}>
        <When when={when} onChoose={choose} />
        <Phrase plan={plan} typed={typed} onType={type} error={confirming.error} />
        {missing ? <Missing open={open.length} /> : null}
        <Problem error={isWrong(confirming.error) ? undefined : confirming.error} again={say} />
        <Group>
          <Button type="submit" color="red.9" loading={confirming.isPending}>
            {t('confirm.start')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

/** Something has to be ticked off first. */
function Missing({ open }: { readonly open: number }): ReactElement {
  const { t } = useWords('review');
  return (
    <Text role="alert" className="missing">
      {t('confirm.acknowledgeFirst', { open })}
    </Text>
  );
}

interface Saying {
  readonly confirm: (word: Word) => void;
  readonly confirming: ReturnType<typeof useConfirming>;
  /** Somebody tried although something is not ticked off. */
  readonly missing: boolean;
}

/** Gives the word once: while it is under way another click does nothing. What is not ticked off yet gets the focus instead. */
function useWord(plan: Plan, open: readonly string[]): Saying {
  const [, go] = useLocation();
  const confirming = useConfirming(plan);
  const busy = useRef(false);
  const [tried, setTried] = useState(false);
  const confirm = (word: Word): void => {
    setTried(true);
    const [first] = open;
    if (first !== undefined) document.getElementById(`tick-${first}`)?.focus();
    if (first !== undefined || busy.current) return;
    busy.current = true;
    confirming.mutate(word, {
      onSuccess: ({ run }) => {
        if (run !== undefined) go(`/runs/${run}`);
      },
      onSettled: () => {
        busy.current = false;
      },
    });
  };
  return { confirm, confirming, missing: tried && open.length > 0 };
}

function When(props: { readonly when: Word['when']; readonly onChoose: (when: Word['when']) => void }): ReactElement {
  const { when, onChoose } = props;
  const { t } = useWords('review');
  return (
    <Radio.Group
      label={t('confirm.when')}
      value={when}
      onChange={(value) => onChoose(value === 'tonight' ? 'tonight' : 'now')}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="now" label={t('confirm.now')} />
        <Radio value="tonight" label={t('confirm.tonight')} />
      </Stack>
    </Radio.Group>
  );
}

function Phrase(props: {
  readonly plan: Plan;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly error: unknown;
}): ReactElement {
  const { plan, typed, onType, error } = props;
  const { t } = useWords('review');
  const { phrase } = plan;
  return (
    <TextInput
      label={t('confirm.label', { phrase })}
      value={typed}
      onChange={(event) => onType(event.currentTarget.value)}
      maw="24rem"
      {...{ autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false }}
      {...(isWrong(error) ? { error: t('confirm.wrong', { phrase }) } : {})}
    />
  );
}

function isWrong(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.error === 'confirmation-wrong';
}
