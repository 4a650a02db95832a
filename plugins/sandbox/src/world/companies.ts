/** Languages of the texts. */
export type Language = 'en' | 'de' | 'sv';

/** A customer of the help desk. */
export interface Company {
  readonly name: string;
  /** Ends in `.test`. */
  readonly domain: string;
  readonly language: Language;
  readonly city: string;
}

/** The customers; every name and domain is invented. */
export const companies: readonly Company[] = [
  { name: 'Brightwater Logistics', domain: 'brightwater.test', language: 'en', city: 'Harwick' },
  { name: 'Tallis & Thorne', domain: 'tallis-thorne.test', language: 'en', city: 'Eastmere' },
  { name: 'Norrskog Möbler AB', domain: 'norrskog.test', language: 'sv', city: 'Granvik' },
  { name: 'Kupferbach Maschinenbau GmbH', domain: 'kupferbach.test', language: 'de', city: 'Kupferbach' },
  { name: 'Larkfield Schools Trust', domain: 'larkfield.test', language: 'en', city: 'Larkfield' },
  { name: 'Harbour Lane Clinic', domain: 'harbourlane.test', language: 'en', city: 'Port Ennis' },
  { name: 'Quillon Press', domain: 'quillon.test', language: 'en', city: 'Eastmere' },
  { name: 'Vinterhamn Rederi AB', domain: 'vinterhamn.test', language: 'sv', city: 'Vinterhamn' },
  { name: 'Salzwinkel Apotheken', domain: 'salzwinkel.test', language: 'de', city: 'Salzwinkel' },
  { name: 'Ostrow Textiles', domain: 'ostrow.test', language: 'en', city: 'Ostrow' },
  { name: 'Meadowgate Council', domain: 'meadowgate.test', language: 'en', city: 'Meadowgate' },
  { name: 'Copperline Energy', domain: 'copperline.test', language: 'en', city: 'Harwick' },
  { name: 'Brennfeld & Söhne', domain: 'brennfeld.test', language: 'de', city: 'Brennfeld' },
  { name: 'Penhallow Farms', domain: 'penhallow.test', language: 'en', city: 'Penhallow' },
  { name: 'Silverlode Insurance', domain: 'silverlode.test', language: 'en', city: 'Port Ennis' },
  { name: 'Fjällsta Kommun', domain: 'fjallsta.test', language: 'sv', city: 'Fjällsta' },
  { name: 'Aldermoor Foods', domain: 'aldermoor.test', language: 'en', city: 'Aldermoor' },
  { name: 'Tidewell Shipping', domain: 'tidewell.test', language: 'en', city: 'Port Ennis' },
];

/** The help desk's own company: its agents and administrators. */
export const desk: Company = { name: 'Desk Services', domain: 'desk.test', language: 'en', city: 'Eastmere' };
