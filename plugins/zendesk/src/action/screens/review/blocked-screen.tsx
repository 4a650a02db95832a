import type { Obstacle, ObstacleCode } from '@lethe/core';
import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field } from '@zendeskgarden/react-forms';
import { Alert } from '@zendeskgarden/react-notifications';
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
  const passable = obstacles.every(({ acknowledgeable }) => acknowledgeable === true);
  return (
    <Stack>
      <ScreenHeading>{t('blocked.title', { person: shownId(person) })}</ScreenHeading>
      <Text>{t('blocked.text', { count: obstacles.length })}</Text>
      {obstacles.map((obstacle, index) => (
        <ObstacleAlert key={index} obstacle={obstacle} />
      ))}
      {passable && <Acknowledge onGoOn={() => onAcknowledge(obstacles.map(({ code }) => code))} />}
      <Row>
        <Button onClick={onAgain}>{t('blocked.again')}</Button>
      </Row>
    </Stack>
  );
}

function Acknowledge({ onGoOn }: { readonly onGoOn: () => void }): ReactElement {
  const { t } = useWords();
  const [known, know] = useState(false);
  return (
    <Stack $gap={12}>
      <Field>
        <Checkbox checked={known} onChange={(event) => know(event.target.checked)}>
          <Field.Label isRegular>{t('blocked.acknowledge')}</Field.Label>
        </Checkbox>
      </Field>
      <Row>
        <Button isPrimary disabled={!known} onClick={onGoOn}>
          {t('blocked.goOn')}
        </Button>
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
    <Alert type={obstacle.acknowledgeable === true ? 'warning' : 'error'} role="note">
      <Alert.Title>{said(obstacle.says)}</Alert.Title>
      {said(obstacle.remedy)}
    </Alert>
  );
}
