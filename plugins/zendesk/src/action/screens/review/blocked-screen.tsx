import type { Obstacle, ObstacleCode } from '@lethe/core';
import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field } from '@zendeskgarden/react-forms';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { shownId } from '../../view/person-view.ts';
import { useWords } from '../../words/words-context.ts';
import { Row, Stack, Text } from '../frame/layout.ts';
import { ScreenHeading } from '../frame/screen-heading.tsx';

/** What may be done about what stands in the way. */
export interface BlockedActions {
  readonly onAcknowledge: (codes: readonly ObstacleCode[]) => void;
  readonly onAgain: () => void;
}

/** Everything that stands in the way, each with its remedy; what may be acknowledged can be, once all that may not is gone. */
export function BlockedScreen(
  props: { readonly person: string; readonly obstacles: readonly Obstacle[] } & BlockedActions,
): ReactElement {
  const { person, obstacles, onAcknowledge, onAgain } = props;
  const { t } = useWords();
  const [known, know] = useState(false);
  const passable = obstacles.every(({ acknowledgeable }) => acknowledgeable === true);
  return (
    <Stack>
      <ScreenHeading>{t('blocked.title', { person: shownId(person) })}</ScreenHeading>
      <Text>{t('blocked.text', { count: obstacles.length })}</Text>
      {obstacles.map((obstacle, index) => (
        <ObstacleAlert key={index} obstacle={obstacle} />
      ))}
      {passable && (
        <Field>
          <Checkbox checked={known} onChange={(event) => know(event.target.checked)}>
            <Field.Label isRegular>{t('blocked.acknowledge')}</Field.Label>
          </Checkbox>
        </Field>
      )}
      <Row>
        {passable && (
          <Button isPrimary disabled={!known} onClick={() => onAcknowledge(obstacles.map(({ code }) => code))}>
            {t('blocked.goOn')}
          </Button>
        )}
        <Button onClick={onAgain}>{t('blocked.again')}</Button>
      </Row>
    </Stack>
  );
}

/** One thing that stands in the way, and the way out. */
export function ObstacleAlert({
  obstacle,
}: {
  readonly obstacle: Pick<Obstacle, 'says' | 'remedy' | 'acknowledgeable'>;
}): ReactElement {
  const { said } = useWords();
  return (
    <Alert type={obstacle.acknowledgeable === true ? 'warning' : 'error'}>
      <Title>{said(obstacle.says)}</Title>
      {said(obstacle.remedy)}
    </Alert>
  );
}
