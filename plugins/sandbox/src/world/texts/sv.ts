import type { Texts } from '../topic.ts';

/** What Swedish customers write. */
export const swedish: Texts = {
  phrases: {
    greetings: ['Hej,', 'Hej!', 'God morgon,'],
    answering: ['Hej {given}!', 'Hej {given},'],
    closings: ['Med vänliga hälsningar', 'Hälsningar', 'Tack på förhand'],
    thanks: ['Nu fungerar det, tack så mycket!', 'Toppen, ni kan stänga ärendet.'],
    wrote: 'Den {date} skrev {name} <{address}>:',
    phone: 'Telefon',
    autoReply:
      'Tack för ditt meddelande. Det har fått nummer {ticket}; behåll gärna numret i ämnesraden.\n\nMeddelandet skickades till {addressUpper}.\nHur gick det? https://desk.test/rate?ticket={ticket}&who={addressEncoded}',
    mentions: [
      '{other} ({otherAddress}) har samma problem.',
      'Fråga gärna {other}, direktnummer {otherPhone}.',
      'Jag skriver för {other} <{otherAddress}>, som är ledig.',
    ],
    noteMentions: ['Samma som {other} anmälde förra veckan ({otherAddress}).', '{other} vet mer, {otherPhone}.'],
    laterAnswers: [
      'tack för svaret. Jag har lämnat det vidare till en kollega som hör av sig i dag.',
      'vi väntar fortfarande på leverantören. Jag skriver så fort vi vet mer.',
    ],
    laterFollowUps: [
      'finns det något nytt?',
      'det var likadant i morse.',
      'jag vore tacksam för ett svar den här veckan.',
    ],
    laterNotes: ['Väntar på leverantören.', 'Frågade andra linjen igen.'],
    farewells: ['vad bra! Jag stänger ärendet, svara bara om det kommer tillbaka.'],
    devices: ['bärbar dator', 'skärm', 'etikettskrivare', 'telefon'],
  },
  topics: [
    {
      category: 'Hardware',
      titles: ['Skrivaren i {room} krånglar', 'Ny {device} till {name}'],
      openings: [
        'sedan i morse drar skrivaren vid {room} in två papper åt gången och stannar.',
        'jag behöver en ny {device}. Den gamla har en spricka. Jag sitter i {room}, {city}.',
      ],
      answers: [
        'En tekniker kommer till {room} i morgon mellan 9 och 12.',
        'Beställningen är gjord, numret är {order}.',
      ],
      followUps: ['Ingen har kommit än. Ni når mig på {phone}.', 'Den kom i dag, men kabeln saknas.'],
      notes: [
        'Ringde {name} på {phone}: finns på plats till klockan fyra.',
        'Samma serie som förra månaden, byt utan att fråga.',
      ],
    },
    {
      category: 'Accounts',
      titles: ['Lösenordet har gått ut', 'Behörighet för {name}'],
      openings: [
        'jag har varit ledig och mitt lösenord har gått ut. Jag loggar in med {address}.',
        'jag har bytt avdelning och behöver komma åt mappen för {city}.',
      ],
      answers: [
        'Kontot är upplåst. Välj ett nytt lösenord inom en timme.',
        'Din chef måste godkänna först, jag har frågat.',
      ],
      followUps: ['Det nya lösenordet godtas inte.', 'Mappen finns där, men jag kan bara läsa.'],
      notes: ['Ringde upp {phone}, det är {name}.', 'Godkänt per telefon.'],
    },
    {
      category: 'Deliveries',
      titles: ['Paket {order} har inte kommit', 'Retur av order {order}'],
      openings: [
        'order {order} skulle ha kommit i tisdags. Enligt spårningen är den levererad.',
        'jag vill lämna tillbaka order {order}, fel färg.',
      ],
      answers: [
        'Paketet lämnades hos en granne. Vi ber om att det körs till er.',
        'Retursedeln är bifogad och gäller i fjorton dagar.',
      ],
      followUps: ['Vilken granne? Här vet ingen något.', 'Sedeln går inte att skanna.'],
      notes: ['Åkeriet har en kvittens, men namnet går inte att läsa.', 'Andra returen från {company} på en månad.'],
    },
  ],
};
