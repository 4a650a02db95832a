import 'styled-components';
import type { IGardenTheme } from '@zendeskgarden/react-theming';

declare module 'styled-components' {
  /** Every styled component is handed Garden's theme. */
  export interface DefaultTheme extends IGardenTheme {
    readonly colors: IGardenTheme['colors'];
  }
}
