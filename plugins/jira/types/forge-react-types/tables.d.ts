import type { Key, ReactNode } from 'react';
import type { Around, Tested } from './every-component.d.ts';

interface TabsProps extends Around {
  readonly id: string;
  readonly selected?: number;
  readonly defaultSelected?: number;
  readonly onChange?: (index: number) => void;
  readonly shouldUnmountTabPanelOnChange?: boolean;
}
/** The component Tabs: https://developer.atlassian.com/platform/forge/ui-kit/components/tabs/ */
export type TTabs<T> = (props: TabsProps) => T;
/** The component Tab: https://developer.atlassian.com/platform/forge/ui-kit/components/tabs/ */
export type TTab<T> = (props: Around) => T;
/** The component TabList: https://developer.atlassian.com/platform/forge/ui-kit/components/tabs/ */
export type TTabList<T> = (props: { readonly children: ReactNode }) => T;
/** The component TabPanel: https://developer.atlassian.com/platform/forge/ui-kit/components/tabs/ */
export type TTabPanel<T> = (props: Around) => T;

interface TableCell {
  readonly key?: Key;
  readonly content?: ReactNode;
}
interface HeadCell extends TableCell {
  readonly isSortable?: boolean;
  readonly shouldTruncate?: boolean;
  /** In percent of the table. */
  readonly width?: number;
}
/** What a table takes; `@forge/react` asks for it by this name: https://developer.atlassian.com/platform/forge/ui-kit/components/dynamic-table/ */
export interface DynamicTableProps extends Tested {
  readonly caption?: string;
  readonly label?: string;
  readonly head?: { readonly cells: readonly HeadCell[] };
  readonly rows?: readonly {
    readonly key?: string;
    readonly cells: readonly TableCell[];
    readonly isHighlighted?: boolean;
  }[];
  /** Past this many the table turns pages. */
  readonly rowsPerPage?: number;
  readonly isFixedSize?: boolean;
  readonly isLoading?: boolean;
  readonly emptyView?: ReactNode;
}
