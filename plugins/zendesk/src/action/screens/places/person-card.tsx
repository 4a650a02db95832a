import { Button } from '@zendeskgarden/react-buttons';
import { Tag } from '@zendeskgarden/react-tags';
import { Fragment, useId } from 'react';
import type { ReactElement } from 'react';
import type { PersonStanding } from '../../view/person-view.ts';
import { shownId } from '../../view/person-view.ts';
import { useWords } from '../../words/words-context.ts';
import type { SidePerson } from '../../zaf/zendesk-frame.ts';
import { Card, PartTitle, Quiet, Row, Stack } from '../frame/layout.ts';
import { OpenRunLine } from './open-run-line.tsx';

/** What may be done from a card. */
export interface CardActions {
  readonly onReview: () => void;
  readonly onShowRun: (run: string) => void;
}

/** A person beside their page or ticket: the button, the badge, a run that is open. */
export function PersonCard(
  props: { readonly side: SidePerson; readonly standing: PersonStanding } & CardActions,
): ReactElement {
  const { side, standing, onReview, onShowRun } = props;
  const { t } = useWords();
  const id = useId();
  const { open, ended } = standing;
  return (
    <Card aria-labelledby={id}>
      <Stack $gap={12}>
        <div>
          <PartTitle id={id}>{t(`person.${side.as}`)}</PartTitle>
          <Quiet>{t('person.title', { person: shownId(side.person) })}</Quiet>
        </div>
        <Badge standing={standing} />
        {open !== undefined && <OpenRunLine run={open} onShow={() => onShowRun(open.id)} />}
        {open === undefined && <Buttons side={side} standing={standing} describedBy={id} onReview={onReview} />}
        {ended !== undefined && (
          <div>
            <Button isLink onClick={() => onShowRun(ended.id)}>
              {t('person.report')}
            </Button>
          </div>
        )}
      </Stack>
    </Card>
  );
}

function Badge({ standing: { anonymized, anonymizedOn } }: { readonly standing: PersonStanding }): ReactElement {
  const { t, day } = useWords();
  if (!anonymized) return <Fragment />;
  return (
    <Row>
      <Tag hue="green" isPill>
        <span>
          {anonymizedOn === undefined ? t('person.anonymized') : t('person.anonymizedOn', { date: day(anonymizedOn) })}
        </span>
      </Tag>
    </Row>
  );
}

function Buttons(props: {
  readonly side: SidePerson;
  readonly standing: PersonStanding;
  readonly describedBy: string;
  readonly onReview: () => void;
}): ReactElement {
  const { side, standing, describedBy, onReview } = props;
  const { t } = useWords();
  return standing.anonymized ? (
    <Button isStretched aria-describedby={describedBy} onClick={onReview}>
      {t('person.again')}
    </Button>
  ) : (
    <Button isStretched isPrimary={side.as !== 'copied'} aria-describedby={describedBy} onClick={onReview}>
      {t('person.anonymize')}
    </Button>
  );
}
