import {
  Button,
  Checkbox,
  ErrorMessage,
  Form,
  Label,
  LoadingButton,
  SectionMessage,
  Stack,
  Text,
  Textfield,
} from '@forge/react';
import type { Obstacle } from '@lethe/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ObstacleMessage } from '../frame/obstacle-message.tsx';
import { Part } from '../frame/part.tsx';
import { useWords } from '../words/words-context.ts';
import type { ReviewedState } from './review-parts.ts';
import { hasToBeRead } from './review-parts.ts';

/** What the last question is asked with. */
export interface Confirming {
  readonly reviewed: ReviewedState;
  readonly busy: boolean;
  /** Why the run did not begin. */
  readonly refused?: Obstacle;
  readonly onConfirm: (typed: string) => void;
  /** Missing where nobody knows any more whom the review is about. */
  readonly onReviewAgain?: () => void;
}

/** The last question: what is left was read, the phrase is typed, and then it happens. */
export function ConfirmForm({ reviewed, busy, refused, onConfirm, onReviewAgain }: Confirming): ReactElement {
  const { t } = useWords();
  const [typed, type] = useState('');
  const [read, mark] = useState(!hasToBeRead(reviewed.sheet));
  const begin = (): void => {
    if (read && !busy) onConfirm(typed.trim());
  };
  return (
    <Part title={t('confirm.title')}>
      <Warning count={reviewed.sheet.totals.blanked} />
      <Time seconds={reviewed.seconds} />
      <Form onSubmit={begin}>
        <Stack space="space.150" alignInline="start">
          {hasToBeRead(reviewed.sheet) && (
            <Checkbox name="read" label={t('confirm.read')} onChange={({ target }) => mark(target.checked === true)} />
          )}
          <PhraseField phrase={reviewed.phrase} refused={refused} onType={type} />
          {refused !== undefined && refused.code !== 'confirmation-wrong' && <ObstacleMessage obstacle={refused} />}
          {refused?.code === 'confirmation-outdated' && onReviewAgain !== undefined && (
            <Button onClick={onReviewAgain}>{t('stopped.reviewAgain')}</Button>
          )}
          <LoadingButton type="submit" appearance="danger" isLoading={busy} isDisabled={!read || typed.trim() === ''}>
            {t('confirm.start')}
          </LoadingButton>
        </Stack>
      </Form>
    </Part>
  );
}

function Warning({ count }: { readonly count: number }): ReactElement {
  const { t } = useWords();
  return (
    <SectionMessage appearance="warning" title={t('confirm.undo')}>
      <Text>{t('confirm.undoText', { count })}</Text>
    </SectionMessage>
  );
}

/** How long it will take, where that can be told. */
function Time({ seconds }: { readonly seconds: number | undefined }): ReactElement {
  const { t, duration } = useWords();
  const time = seconds === undefined ? t('review.timeUnknown') : t('review.timeText', { duration: duration(seconds) });
  return <Text>{`${time} ${t('review.timeClose')}`}</Text>;
}

function PhraseField(props: {
  readonly phrase: string;
  readonly refused: Obstacle | undefined;
  readonly onType: (typed: string) => void;
}): ReactElement {
  const { phrase, refused, onType } = props;
  const { t } = useWords();
  const wrong = refused?.code === 'confirmation-wrong';
  return (
    <Stack>
      <Label labelFor="phrase">{t('confirm.label', { phrase })}</Label>
      <Textfield
        id="phrase"
        name="phrase"
        isInvalid={wrong}
        onChange={({ target }) => onType(typeof target.value === 'string' ? target.value : '')}
      />
      {wrong && <ErrorMessage>{t('confirm.wrong', { phrase })}</ErrorMessage>}
    </Stack>
  );
}
