import { Alert, Button, Checkbox, Group, Switch, TagsInput, TextInput, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { NeedsRight } from '../parts/needs-right.tsx';
import { Page } from '../parts/page.tsx';
import { TableHead } from '../parts/table-head.tsx';
import type { Right } from '../session/use-session.ts';
import { Saving } from '../waiting/saving.tsx';
import type { SettingsDocument } from '../waiting/use-document.ts';
import { useWords } from '../words/words-provider.tsx';
import { DocumentPart } from './document-part.tsx';
import { activeFor, allRights, grantsOf, permissionsFrom } from './read-document.ts';

const ADMINISTRATORS = '@administrators';

/** For whom anonymizing exists, and what members of each group may do. */
export function GroupsPage(): ReactElement {
  const { t } = useWords('settings');
  return (
    <NeedsRight right="configure">
      <Page title={t('groups.title')} lead={t('groups.lead')}>
        <DocumentPart
          name="permissions"
          shown={(document) => <GroupsForm key={document.version} document={document} />}
        />
      </Page>
    </NeedsRight>
  );
}

function GroupsForm({ document }: { readonly document: SettingsDocument }): ReactElement {
  const { t } = useWords('settings');
  const [active, setActive] = useState(() => activeFor(document.document));
  const [grants, setGrants] = useState(() => grantsOf(document.document));
  return (
    <Saving name="permissions" document={document} written={() => permissionsFrom(active, grants)}>
      {active.length === 0 ? <Alert color="yellow" variant="light" role="status" title={t('groups.off')} /> : null}
      <ActiveGroups active={active} onChange={setActive} />
      <section className="panel">
        <Title order={2} mb="md">
          {t('groups.rights')}
        </Title>
        <RightsTable grants={grants} onChange={setGrants} />
      </section>
    </Saving>
  );
}

interface ActiveGroupsProps {
  readonly active: readonly string[];
  readonly onChange: (active: string[]) => void;
}

function ActiveGroups({ active, onChange }: ActiveGroupsProps): ReactElement {
  const { t } = useWords('settings');
  const administrators = active.includes(ADMINISTRATORS);
  const groups = active.filter((name) => name !== ADMINISTRATORS);
  const change = (yes: boolean, others: readonly string[]): void =>
    onChange([...(yes ? [ADMINISTRATORS] : []), ...others]);
  return (
    <section className="panel">
      <Title order={2} mb="md">
        {t('groups.active')}
      </Title>
      <Switch
        mb="md"
        label={t('groups.administrators')}
        checked={administrators}
        onChange={({ currentTarget }) => change(currentTarget.checked, groups)}
      />
      <TagsInput
        label={t('groups.members')}
        description={t('groups.membersHint')}
        value={groups}
        onChange={(others) => change(administrators, others)}
      />
    </section>
  );
}

interface RightsTableProps {
  readonly grants: ReadonlyMap<string, readonly Right[]>;
  readonly onChange: (grants: ReadonlyMap<string, readonly Right[]>) => void;
}

function RightsTable({ grants, onChange }: RightsTableProps): ReactElement {
  const set = (group: string, rights: readonly Right[] | undefined): void => {
    const changed = new Map(grants);
    if (rights === undefined) changed.delete(group);
    else changed.set(group, rights);
    onChange(changed);
  };
  return (
    <>
      <table className="cards">
        <RightsHead />
        <tbody>
          {[...grants].map(([group, held]) => (
            <RightsRow key={group} group={group} held={held} set={set} />
          ))}
        </tbody>
      </table>
      <NewGroup add={(group) => set(group, grants.get(group) ?? ['preview'])} />
    </>
  );
}

function RightsHead(): ReactElement {
  const { t } = useWords('settings');
  const rights = allRights.map((right) => t(`right.${right}`));
  return <TableHead columns={[t('groups.group'), ...rights, t('groups.remove')]} />;
}

interface RightsRowProps {
  readonly group: string;
  readonly held: readonly Right[];
  readonly set: (group: string, rights: readonly Right[] | undefined) => void;
}

function RightsRow({ group, held, set }: RightsRowProps): ReactElement {
  const { t } = useWords('settings');
  const remove = t('groups.removeOne', { group });
  const change = (right: Right, checked: boolean): void =>
    set(
      group,
      allRights.filter((one) => (one === right ? checked : held.includes(one))),
    );
  return (
    <tr>
      <td data-label={t('groups.group')}>{group}</td>
      {allRights.map((right) => (
        <td key={right} data-label={t(`right.${right}`)}>
          <Checkbox
            aria-label={`${group}: ${t(`right.${right}`)}`}
            checked={held.includes(right)}
            onChange={({ currentTarget }) => change(right, currentTarget.checked)}
          />
        </td>
      ))}
      <td data-label={t('groups.remove')}>
        <Button size="compact-sm" variant="default" aria-label={remove} onClick={() => set(group, undefined)}>
          {t('groups.remove')}
        </Button>
      </td>
    </tr>
  );
}

function NewGroup({ add }: { readonly add: (group: string) => void }): ReactElement {
  const { t } = useWords('settings');
  const [name, setName] = useState('');
  const take = (): void => {
    if (/^[^@\s].{0,127}$/u.test(name)) add(name);
    setName('');
  };
  return (
    <Group align="flex-end" mt="md" gap="xs">
      <TextInput label={t('groups.new')} value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} />
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={take}>
        {t('groups.add')}
      </Button>
    </Group>
  );
}
