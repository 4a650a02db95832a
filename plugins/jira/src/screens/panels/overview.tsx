import { Tab, TabList, TabPanel, Tabs } from '@forge/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { FlowScreen } from '../flow/flow-screen.tsx';
import type { Beginning } from '../flow/use-flow.ts';
import { useWords } from '../words/words-context.ts';
import { FindPanel } from './find-panel.tsx';
import { ReturnsPanel } from './returns-panel.tsx';
import { ReportsPanel, WaitingPanel } from './runs-panel.tsx';

const tabs = ['find', 'waiting', 'reports', 'returns'] as const;
/** What the page opens with. */
export type OverviewTab = (typeof tabs)[number];

/** Find somebody, what waits, reports, and who wrote again; each leads to the person, and back. */
export function Overview({ first }: { readonly first: OverviewTab }): ReactElement {
  const { t } = useWords();
  const [selected, select] = useState<number>(tabs.indexOf(first));
  const [beginning, begin] = useState<Beginning>();
  if (beginning !== undefined) return <FlowScreen beginning={beginning} onBack={() => begin(undefined)} />;
  return (
    <Tabs id="overview" selected={selected} onChange={select} shouldUnmountTabPanelOnChange>
      <TabList>
        {tabs.map((tab) => (
          <Tab key={tab}>{t(`page.${tab}`)}</Tab>
        ))}
      </TabList>
      {tabs.map((tab, index) => (
        <TabPanel key={tab}>{index === selected ? <Panel tab={tab} onBegin={begin} /> : null}</TabPanel>
      ))}
    </Tabs>
  );
}

function Panel(props: { readonly tab: OverviewTab; readonly onBegin: (beginning: Beginning) => void }): ReactElement {
  const { tab, onBegin } = props;
  switch (tab) {
    case 'find':
      return <FindPanel onBegin={onBegin} />;
    case 'waiting':
      return <WaitingPanel onBegin={onBegin} />;
    case 'reports':
      return <ReportsPanel onBegin={onBegin} />;
    case 'returns':
      return <ReturnsPanel />;
  }
}
