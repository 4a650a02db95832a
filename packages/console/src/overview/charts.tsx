import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { CountTable } from '../spots/count-table.tsx';
import { Fold } from '../spots/fold.tsx';
import { Section } from '../spots/section.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useFigures } from './use-overview.ts';
import { inARow, outcomesOf, runsOf } from './weeks.ts';
import type { OutcomesOfWeek, RunsOfWeek } from './weeks.ts';

const WEEKS = 12;
const runNames = ['done', 'gaps', 'open', 'ended'] as const;
const outcomeNames = ['proven', 'claimed', 'rest'] as const;

/** Runs and outcomes of the last weeks, drawn, and as tables for those who read them. */
export function Charts(): ReactElement | null {
  const { t } = useWords('overview');
  const { data } = useFigures(WEEKS);
  const [now] = useState(() => new Date());
  if (data === undefined) return null;
  const weeks = inARow(data.weeks, now, WEEKS);
  return (
    <div className="columns">
      <Chart title={t('chart.runs')} names={runNames} rows={weeks.map(runsOf)} />
      <Chart title={t('chart.outcomes')} names={outcomeNames} rows={weeks.map(outcomesOf)} />
    </div>
  );
}

const colors = {
  ...{ done: 'teal.6', gaps: 'yellow.6', open: 'blue.6', ended: 'gray.6' },
  ...{ proven: 'teal.6', claimed: 'yellow.6', rest: 'red.6' },
} as const;

type Name = (typeof runNames)[number] | (typeof outcomeNames)[number];
type Row = RunsOfWeek | OutcomesOfWeek;

function countIn(row: Row, name: Name): number {
  const found = new Map<string, unknown>(Object.entries(row)).get(name);
  return typeof found === 'number' ? found : 0;
}

interface Drawn {
  readonly title: string;
  readonly names: readonly Name[];
  readonly rows: readonly Row[];
}

function Chart(drawn: Drawn): ReactElement {
  const { title, names, rows } = drawn;
  const { t } = useWords('overview');
  const empty = rows.every((row) => names.every((name) => countIn(row, name) === 0));
  if (empty)
    return (
      <Section title={title}>
        <Text c="dimmed">{t('chart.none')}</Text>
      </Section>
    );
  return (
    <Section title={title}>
      <Bars {...drawn} />
      <Fold title={t('chart.table')}>{() => <Table {...drawn} />}</Fold>
    </Section>
  );
}

/** For the eye alone: the table beside it has the same numbers. */
function Bars({ names, rows }: Drawn): ReactElement {
  const { t, number } = useWords('overview');
  const dayAndMonth = useDayAndMonth();
  const series = names.map((name) => ({ name, label: t(`chart.${name}`), color: colors[name] }));
  return (
    <div aria-hidden="true">
      <BarChart
        h={220}
        type="stacked"
        dataKey="week"
        data={rows.map((row) => ({ ...row, week: dayAndMonth(row.week) }))}
        series={series}
        withLegend
        gridAxis="x"
        yAxisProps={{ allowDecimals: false }}
        barProps={{ isAnimationActive: false, maxBarSize: 28 }}
        barChartProps={{ accessibilityLayer: false }}
        valueFormatter={number}
      />
    </div>
  );
}

function Table({ title, names, rows }: Drawn): ReactElement {
  const { t, number } = useWords('overview');
  const dayAndMonth = useDayAndMonth();
  const lines = rows.map((row) => ({
    key: row.week,
    cells: [dayAndMonth(row.week), ...names.map((name) => number(countIn(row, name)))],
  }));
  return (
    <CountTable caption={title} head={[t('chart.week'), ...names.map((name) => t(`chart.${name}`))]} rows={lines} />
  );
}

/** Says a day without its year: "23 Nov". */
function useDayAndMonth(): (day: string) => string {
  const { language } = useWords('overview');
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
    return (day) => format.format(new Date(`${day}T00:00:00Z`));
  }, [language]);
}
