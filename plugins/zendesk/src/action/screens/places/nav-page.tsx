import type { PersonId } from '@lethe/core';
import { Button } from '@zendeskgarden/react-buttons';
import { Tabs } from '@zendeskgarden/react-tabs';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import type { Shown } from '../../view/place.ts';
import { useWords } from '../../words/words-context.ts';
import { ScreenTitle, Stack } from '../frame/layout.ts';
import { FindPanel } from './find-panel.tsx';
import { ShownFlow } from './modal-page.tsx';
import { ReportsPanel, RunsPanel } from './runs-panel.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import type { Panel } from './sidebar-page.tsx';

const sections = ['find', 'runs', 'reports', 'settings'] as const;
type Section = (typeof sections)[number];

const TabRow = styled(Tabs.TabList)`
  && {
    display: flex;
    flex-wrap: wrap;
  }
`;

/** What the whole page shows instead of its sections. */
interface Opened {
  readonly person: PersonId;
  readonly shown: Shown;
}

/** The app's own page: find somebody, go on with a run, read a report, see who may use it. */
export function NavPage(panel: Panel): ReactElement {
  const [section, choose] = useState<Section>('find');
  const [opened, open] = useState<Opened>();
  if (opened !== undefined) return <OpenedFlow {...panel} {...opened} onBack={() => open(undefined)} />;
  return <Sections panel={panel} section={section} onSection={choose} onOpen={open} />;
}

function OpenedFlow(props: Panel & Opened & { readonly onBack: () => void }): ReactElement {
  const { desk, person, shown, onBack } = props;
  const { t } = useWords();
  return (
    <Stack>
      <div>
        <Button isLink onClick={onBack}>
          {t('nav.back')}
        </Button>
      </div>
      <ShownFlow desk={desk} person={person} shown={shown} hint="running.open" onBack={onBack} />
    </Stack>
  );
}

function Sections(props: {
  readonly panel: Panel;
  readonly section: Section;
  readonly onSection: (section: Section) => void;
  readonly onOpen: (opened: Opened) => void;
}): ReactElement {
  const { panel, section, onSection, onOpen } = props;
  const { t } = useWords();
  return (
    <Stack>
      <ScreenTitle>{t('nav.title')}</ScreenTitle>
      <Tabs selectedItem={section} onChange={(item: unknown) => onSection(sectionIn(item))}>
        <TabRow aria-label={t('nav.sections')}>
          {sections.map((one) => (
            <Tabs.Tab key={one} item={one}>
              {t(`nav.${one}`)}
            </Tabs.Tab>
          ))}
        </TabRow>
        {sections.map((one) => (
          <Tabs.TabPanel key={one} item={one}>
            {one === section && <SectionPanel section={one} panel={panel} onOpen={onOpen} />}
          </Tabs.TabPanel>
        ))}
      </Tabs>
    </Stack>
  );
}

function sectionIn(item: unknown): Section {
  return sections.find((one) => one === item) ?? 'find';
}

function SectionPanel(props: {
  readonly section: Section;
  readonly panel: Panel;
  readonly onOpen: (opened: Opened) => void;
}): ReactElement {
  const { section, panel, onOpen } = props;
  const person = (one: PersonId): void => onOpen({ person: one, shown: { person: one } });
  const run = (one: PersonId, id: string): void => onOpen({ person: one, shown: { run: id } });
  switch (section) {
    case 'find':
      return <FindPanel {...panel} onPerson={person} />;
    case 'runs':
      return <RunsPanel {...panel} onRun={run} />;
    case 'reports':
      return <ReportsPanel {...panel} onRun={run} />;
    case 'settings':
      return <SettingsPanel desk={panel.desk} />;
  }
}
