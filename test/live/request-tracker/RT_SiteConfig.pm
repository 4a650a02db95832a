# The settings of an instance: install.sh puts the folder and the port in.
use utf8;
$RT::VarPath         = '@ROOT@/var';
$RT::MasonDataDir    = '@ROOT@/mason';
$RT::MasonSessionDir = '@ROOT@/sessions';
$RT::LocalPluginPath = '@ROOT@/plugins';

Set($rtname, 'helpdesk.test');
Set($Organization, 'helpdesk.test');
Set($CorrespondAddress, 'rt@helpdesk.test');
Set($CommentAddress, 'rt-comment@helpdesk.test');
Set($RTAddressRegexp, '^(rt|rt-comment)\@helpdesk\.test$');
Set($Timezone, 'UTC');

Set($DatabaseType, 'SQLite');
Set($DatabaseName, '@ROOT@/database/rt');

Set($WebDomain, '127.0.0.1');
Set($WebPort, @PORT@);
Set($WebPath, '');
Set($WebBaseURL, 'http://127.0.0.1:@PORT@');
Set($WebURL, 'http://127.0.0.1:@PORT@/');
Set($CanonicalizeRedirectURLs, 0);

# Nothing is sent: what goes out is appended to a file in VarPath, and kept as transactions.
Set($MailCommand, 'mbox');
Set($RecordOutgoingEmail, 1);
Set($ParseNewMessageForTicketCcs, 1);

Set($LogToSyslog, undef);
Set($LogToSTDERR, 'info');

# native.sh puts the extension into the folder, or takes it out.
Plugin('RT::Extension::Lethe') if -d '@ROOT@/plugins/RT-Extension-Lethe';
1;
