export { HostsPage } from './hosts-page.tsx';
