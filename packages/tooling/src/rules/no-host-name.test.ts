import { tryRule } from '../../test/rule-tester.ts';
import { noHostName } from './no-host-name.ts';

const errors = [{ messageId: 'named' }];
const options = [{ plugins: ['redmine', 'sandbox'] }];

tryRule('no-host-name', noHostName, {
  valid: [
    "if (person.kind === 'agent') stop();",
    'if (host.id === wanted) use(host);',
    "if (step.id === 'step-1') stop();",
    'const hosts = { redmine: redmineHost };',
    "if (host.profile.abilities[kind].can === 'nothing') gap();",
  ].map((code) => ({ code, options })),
  invalid: [
    "if (host.id === 'zendesk') special();",
    "if (profile.id !== 'zendesk') special();",
    "if (host.profile.id == 'zendesk') special();",
    "if ('zendesk' === this.host.profile.id) special();",
    "const odd = settings.kind === 'redmine' ? 1 : 2;",
    "switch (name) { case 'redmine': special(); }",
    "switch (host.id) { case 'zendesk': special(); }",
    "switch (true) { case ticketHost.id === 'zendesk': special(); }",
  ].map((code) => ({ code, options, errors })),
});
