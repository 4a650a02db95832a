import { Text } from '@mantine/core';
import { certificateWords, readableCertificate } from '@lethe/core/readable-certificate';
import type { ReactElement } from 'react';
import { useParams } from 'wouter';
import { Loading } from '../parts/loading.tsx';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { Section } from '../spots/section.tsx';
import { useLanguage, useWords } from '../words/words-provider.tsx';
import { Checks } from './checks.tsx';
import { Files } from './files.tsx';
import { Lines } from './lines.tsx';
import { Receipt } from './receipt.tsx';
import { useCertificate } from './use-certificate.ts';
import type { ShownCertificate } from './use-certificate.ts';
import { VerifyFile } from './verify-file.tsx';

/** The certificate of a run: readable, to be filed away, handed out and verified. */
export function CertificatePage(): ReactElement {
  const { id = '' } = useParams();
  return (
    <NeedsRight right="preview">
      <Asked key={id} run={id} />
    </NeedsRight>
  );
}

function Asked({ run }: { readonly run: string }): ReactElement {
  const { t } = useWords('certificate');
  const { data, error, isPending, refetch } = useCertificate(run);
  if (isPending) return <Loading />;
  return (
    <Page title={t('title')} lead={t('lead')} actions={<Files run={run} issued={data !== undefined} />}>
      {data === undefined ? <Problem error={error} again={() => void refetch()} /> : <Shown run={run} shown={data} />}
      <VerifyFile />
    </Page>
  );
}

function Shown({ run, shown }: { readonly run: string; readonly shown: ShownCertificate }): ReactElement {
  const [language] = useLanguage();
  const { certificate, digest = '–' } = shown;
  const words = certificateWords[language];
  const { says, sections } = readableCertificate(certificate, words, digest);
  return (
    <>
      <Text fw={600} size="lg">
        {says}
      </Text>
      {sections.map(({ title, lines }) =>
        title === words.sections.checks ? (
          <Checks key={title} title={title} certificate={certificate} lines={lines} />
        ) : (
          <Section key={title} title={title}>
            <Lines lines={lines} />
          </Section>
        ),
      )}
      <Receipt run={run} made={certificate.receipt !== undefined} />
    </>
  );
}
