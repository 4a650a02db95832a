export { GroupsPage } from './groups-page.tsx';
export { LinksPage } from './links-page.tsx';
export { NamesPage } from './names-page.tsx';
export { OperatorsPage } from './operators-page.tsx';
export { PasswordPage } from './password-page.tsx';
export { RulesPage } from './rules-page.tsx';
export { SettingsPage } from './settings-page.tsx';
