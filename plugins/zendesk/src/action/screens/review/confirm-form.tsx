import type { Obstacle } from '@lethe/core';
import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input } from '@zendeskgarden/react-forms';
import { Alert } from '@zendeskgarden/react-notifications';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { At } from '../../view/flow-states.ts';
import type { Words } from '../../words/words.ts';
import { useWords } from '../../words/words-context.ts';
import { Row, Stack, Text } from '../frame/layout.ts';
import { Part } from '../frame/part.tsx';

/** The last question: the phrase is typed, and then it happens. Enter in the field asks too; Escape does nothing. */
export function ConfirmForm(props: {
  readonly reviewed: At<'reviewed'>;
  readonly onConfirm: (typed: string) => void;
}): ReactElement {
  const { reviewed, onConfirm } = props;
  const { t } = useWords();
  const [typed, type] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reviewed.confirming !== true) onConfirm(typed);
  };
  return (
    <Part title={t('confirm.title')}>
      <Warning count={reviewed.sheet.totals.blanked} />
      <Time seconds={reviewed.seconds} />
      <form onSubmit={submit} noValidate>
        <Stack $gap={12}>
          <PhraseField reviewed={reviewed} typed={typed} onType={type} />
          <Row>
            <Button type="submit" isPrimary isDanger disabled={reviewed.confirming === true}>
              {t('confirm.start')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Part>
  );
}

function Warning({ count }: { readonly count: number }): ReactElement {
  const { t } = useWords();
  return (
    <Alert type="warning" role="note">
      <Alert.Title>{t('confirm.undo')}</Alert.Title>
      {t('confirm.undoText', { count })}
    </Alert>
  );
}

/** How long it will take, where that can be told. */
function Time({ seconds }: { readonly seconds: number | undefined }): ReactElement {
  const { t, duration } = useWords();
  return (
    <Text>
      {seconds === undefined ? t('review.timeUnknown') : t('review.timeText', { duration: duration(seconds) })}{' '}
      {t('review.timeOpen')}
    </Text>
  );
}

function PhraseField(props: {
  readonly reviewed: At<'reviewed'>;
  readonly typed: string;
  readonly onType: (typed: string) => void;
}): ReactElement {
  const { typed, onType } = props;
  const { refused, phrase } = props.reviewed;
  const words = useWords();
  const message = refused === undefined ? undefined : refusalIn(words, refused, phrase);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (refused !== undefined) input.current?.focus();
  }, [refused]);
  return (
    <Field>
      <Field.Label>{words.t('confirm.label', { phrase })}</Field.Label>
      <Input
        ref={input}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        {...(refused === undefined ? {} : { validation: 'error' })}
      />
      {message !== undefined && <Message text={message} />}
    </Field>
  );
}

function Message({ text }: { readonly text: string }): ReactElement {
  return (
    <Field.Message validation="error" role="alert">
      {text}
    </Field.Message>
  );
}

function refusalIn({ t, said }: Words, { code, says, remedy }: Obstacle, phrase: string): string {
  return code === 'confirmation-wrong' ? t('confirm.wrong', { phrase }) : `${said(says)} ${said(remedy)}`;
}
