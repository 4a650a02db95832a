export { HostPage } from './host-page.tsx';
export { HostsPage } from './hosts-page.tsx';
export { NewHostPage } from './new-host-page.tsx';
