function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** Local parts of addresses that belong to nobody or to several people. */
const roles = words(
  `abuse accounting accounts admin administration administrator all billing bounce bounces careers contact contacto
  customer customerservice desk donotreply enquiries everyone feedback finance hallo hello help helpdesk hostmaster hr
  info information invoice invoices it jobs kontakt legal mail mailer-daemon marketing newsletter no-reply noreply
  notification notifications office order orders postmaster press privacy recruiting recruitment reception root sales
  security service servicedesk staff support system team tech ticket tickets webmaster`,
);

/** Words that names of teams, devices and placeholders are made of. */
const generic = words(
  `a account accounts admin administration administrator agent all an and anonymous api bot careers client contact
  customer customers default demo department desk dr email end external former guest help helpdesk herr
  frau hotline hr info information internal it mail manager mr mrs ms n name nobody none null office other owner
  person prof reception recruiter recruiting reply requester root sales sales service someone staff support system team
  test the undefined unknown user users web webmaster`,
);

/** Whether a mailbox with this local part is shared: `info`, `support`. */
export function isRole(local: string): boolean {
  return roles.has(local.toLowerCase());
}

/** Whether a word says nothing about who is meant: "Support", "Team", "Unknown". */
export function isGeneric(word: string): boolean {
  return generic.has(word.toLowerCase());
}
