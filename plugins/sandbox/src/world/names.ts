/** Given names, mixed as in any customer list. */
export const givenNames: readonly string[] = wordsIn(`
  Agnes Aisling Albin Amara Anouk Anselm Ardal Astrid Barnaby Beatrix Bjarne Božena Callum Carys Célestine
  Cyprian Dagny Delphine Desmond Dorotea Ebba Edmund Eilidh Elif Emrys Esko Farah Fenna Fergus Florian Freja
  Gaëlle Gideon Greta Gunnar Hanneke Hedda Hugo Ilse Imre Inés Isaura Iwan Jarl Jolanda Jürgen Kaija Kasimir
  Katrijn Kenza Leif Leonie Linnéa Lorcan Ludmila Maelle Malte Marit Matteo Moritz Nadia Niamh Odile Olof Oriol
  Ottilie Pascal Perrin Piotr Rasmus Renske Rhys Rosalba Ruben Sander Saoirse Selma Sibylle Søren Stella Sunniva
  Tamsin Tariq Thea Tobias Ulrika Valentin Vera Viggo Wilma Xenia Ylva Yusuf Zdeněk Zofia Élodie
`);

/** Family names; put together, so that hardly anybody is called so. */
export const familyNames: readonly string[] = wordsIn(`
  Abendschein Ackerley Aldenhoven Almgård Ambleworth Arnesund Ashdowne Bachmeier Barrowick Beckström Bellweather
  Birkeholm Blackmoor Bramhall Brückner Calderwood Carrigan Cloverdale Coldwater Corrigane Dahlborg Dalrymple
  Dornfelder Dunmorrow Eberhof Ekdal Elderfield Fairweather Falkenrath Fennimore Fjellheim Garnish Glenister
  Grünwalder Hallsten Hartwick Hasselgren Hawkesbury Heidkamp Hollowell Holmqvist Ironmonger Jaskólski Kestrelle
  Kirchner Kjærsgaard Klingenthal Lambrecht Larkspur Lindenau Lockridge Lövgren Mackintyre Maplethorpe Marlowe
  Mühlbauer Nightingall Norrbacka Oakhurst Ormsgård Ottersbach Pembridge Pettibone Quarrington Ravnsborg Redfern
  Rosenkvist Rothacker Sandqvist Schönfelder Silverthorn Skoglund Sommerfeldt Steinbrecher Stjernkrans
  Summerscale Sørbye Tannenberg Thistlewood Tjäder Underhill Vasskog Vintersjö Waldhauser Wetherby Whitlock
  Winterbourne Wolfsgruber Yarborough Zieglmaier
`);

const plain: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  æ: 'ae',
  ß: 'ss',
  ł: 'l',
  ð: 'd',
  þ: 'th',
};

/** A name as it stands in an address: small, without marks, words joined by dots. */
export function addressName(name: string, umlauts: 'two letters' | 'one letter'): string {
  const small = name.toLowerCase();
  const spelled =
    umlauts === 'two letters' ? small.replace(/[äöüåøæßłðþ]/g, (letter) => plain[letter] ?? letter) : small;
  const bare = spelled
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæßłðþ]/g, (letter) => plain[letter]?.charAt(0) ?? letter);
  return bare.replace(/[^a-z0-9]+/g, '.').replace(/^\.|\.$/g, '');
}

function wordsIn(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
