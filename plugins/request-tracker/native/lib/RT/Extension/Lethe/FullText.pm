package RT::Extension::Lethe::FullText;

# RT may keep the words of attachments in a full-text index. What was changed is taken out of it; RT's indexer puts the new text in.
use strict;
use warnings;
use RT::Extension::Lethe::Rows;

sub forget {
    my $attachment = shift;
    my $config = RT->Config->Get('FullTextSearch') || {};
    return unless $config->{Enable} && $config->{Indexed} && $config->{Table};
    if ( lc $config->{Table} eq 'attachments' ) {
        my $column = $config->{Column} || 'ContentIndex';
        RT::Extension::Lethe::Rows::run( "UPDATE Attachments SET $column = NULL WHERE id = ?", $attachment );
        return;
    }
    RT::Extension::Lethe::Rows::run( 'DELETE FROM ' . RT::Extension::Lethe::Rows::table( $config->{Table} ) . ' WHERE id = ?', $attachment );
}

1;
