import { Stack, Text } from '@forge/react';
import type { ReactElement } from 'react';
import type { ReportShown } from '../../forge/protocol.ts';
import { Trouble, Waiting } from '../frame/trouble.tsx';
import { useAsked } from '../resolver/use-asked.ts';
import { useWords } from '../words/words-context.ts';
import { LaterLooks, Links } from './report-links.tsx';
import { ReportLeft } from './report-left.tsx';
import { MarkdownText } from './markdown-text.tsx';
import { ReportDone, ReportFacts } from './report-done.tsx';
import { ReportStays } from './report-stays.tsx';

/** The report on a run, asked for when it is shown. */
export function ReportPanel({ run }: { readonly run: string }): ReactElement {
  const [asked, again] = useAsked('report', { run });
  if (asked.at === 'asking') return <Waiting />;
  if (asked.at === 'refused') return <Trouble refusal={asked.refusal} onAgain={again} />;
  return <ReportParts shown={asked.value} />;
}

function ReportParts({ shown }: { readonly shown: ReportShown }): ReactElement {
  const { t } = useWords();
  const { report, cut, links, later, markdown } = shown;
  return (
    <Stack space="space.300">
      <Text>{t(`report.state.${report.state}`)}</Text>
      {Object.values(cut).some((count) => count > 0) && <Text color="color.text.subtle">{t('report.cut')}</Text>}
      <ReportDone report={report} />
      <ReportLeft report={report} cut={cut} />
      <Links links={links} />
      <LaterLooks later={later} />
      <ReportStays report={report} />
      <ReportFacts report={report} />
      <MarkdownText markdown={markdown} />
    </Stack>
  );
}
