/** What the page is told about where it stands, by the server that drew it. */
export interface Standing {
  /** Where the app's files are: another origin than the page's, as with Zendesk. */
  readonly appAddress: string;
  readonly location: 'user_sidebar' | 'ticket_sidebar' | 'nav_bar';
  /** The ticket or user the page shows; none in the navigation bar. */
  readonly about: { readonly ticketId?: number; readonly userId?: number };
  readonly subdomain: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly colorScheme: 'light' | 'dark';
}
