import { Button, Inline, Checkbox, Stack, Text } from '@forge/react';
import type { Obstacle, ObstacleCode } from '@lethe/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { ReviewState } from '../../forge/protocol.ts';
import { ObstacleMessage } from '../frame/obstacle-message.tsx';
import { Page } from '../frame/part.tsx';
import { useWords } from '../words/words-context.ts';

/** Everything that stands in the way; what may be acknowledged can be, and then it goes on. */
export function BlockedScreen(props: {
  readonly blocked: Extract<ReviewState, { readonly at: 'blocked' }>;
  /** Missing where nobody knows any more whom the review is about. */
  readonly onGoOn?: (acknowledged: readonly ObstacleCode[]) => void;
}): ReactElement {
  const { blocked, onGoOn } = props;
  const { obstacles } = blocked;
  const { t } = useWords();
  const [known, know] = useState<readonly ObstacleCode[]>([]);
  const mark = (code: ObstacleCode, is: boolean): void =>
    know(is ? [...known, code] : known.filter((other) => other !== code));
  return (
    <Page title={t('blocked.title')}>
      <Text>{t('blocked.text', { count: obstacles.length })}</Text>
      {obstacles.map((obstacle, index) => (
        <Stack key={index} space="space.100">
          <ObstacleMessage obstacle={obstacle} />
          {onGoOn !== undefined && obstacle.acknowledgeable === true && (
            <Acknowledge obstacle={obstacle} onMark={(is) => mark(obstacle.code, is)} />
          )}
        </Stack>
      ))}
      {onGoOn === undefined ? (
        <Text>{t('blocked.lookUp')}</Text>
      ) : (
        <Ways obstacles={obstacles} known={known} onGoOn={onGoOn} />
      )}
    </Page>
  );
}

function Acknowledge(props: { readonly obstacle: Obstacle; readonly onMark: (is: boolean) => void }): ReactElement {
  const { obstacle, onMark } = props;
  const { t } = useWords();
  return (
    <Checkbox
      name={obstacle.code}
      label={t('blocked.acknowledge')}
      onChange={({ target }) => onMark(target.checked === true)}
    />
  );
}

function Ways(props: {
  readonly obstacles: readonly Obstacle[];
  readonly known: readonly ObstacleCode[];
  readonly onGoOn: (acknowledged: readonly ObstacleCode[]) => void;
}): ReactElement {
  const { obstacles, known, onGoOn } = props;
  const { t } = useWords();
  const mayGoOn = obstacles.every(({ acknowledgeable }) => acknowledgeable === true);
  return (
    <Inline space="space.100">
      {mayGoOn && (
        <Button
          appearance="primary"
          isDisabled={!obstacles.every(({ code }) => known.includes(code))}
          onClick={() => onGoOn(known)}
        >
          {t('blocked.goOn')}
        </Button>
      )}
      <Button onClick={() => onGoOn([])}>{t('blocked.again')}</Button>
    </Inline>
  );
}
