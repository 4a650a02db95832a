import { Text, Timeline } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconQuestionMark } from '@tabler/icons-react';
import type { Certificate, Line } from '@lethe/core/readable-certificate';
import type { ReactElement } from 'react';
import { Section } from '../spots/section.tsx';
import { useWords } from '../words/words-provider.tsx';

/** What the timeline is made of. */
export interface ChecksProps {
  readonly title: string;
  readonly certificate: Certificate;
  /** The same as it is read: a line a check, those that are still to come last. */
  readonly lines: readonly Line[];
}

const signs = {
  'as-left': { color: 'teal', icon: <IconCheck size={14} aria-hidden /> },
  changed: { color: 'red', icon: <IconAlertTriangle size={14} aria-hidden /> },
  'not-possible': { color: 'orange', icon: <IconQuestionMark size={14} aria-hidden /> },
  planned: { color: 'gray', icon: <IconClock size={14} aria-hidden /> },
} as const;

/** Checks after the run, in the order of time. */
export function Checks({ title, certificate: { checks, planned }, lines }: ChecksProps): ReactElement {
  const { t } = useWords('certificate');
  const all = [...checks.map(({ result }) => result), ...planned.map(() => 'planned' as const)];
  return (
    <Section title={title} says={t('checks')}>
      <Timeline active={checks.length - 1} bulletSize={24} lineWidth={2}>
        {lines.slice(0, all.length).map(({ label, text }, at) => {
          const { color, icon } = signs[all[at] ?? 'planned'];
          return (
            <Timeline.Item key={label} color={color} bullet={icon} title={label}>
              <Text size="sm">{text}</Text>
            </Timeline.Item>
          );
        })}
      </Timeline>
    </Section>
  );
}
