import type { Texts } from '../topic.ts';

/** What German customers write. */
export const german: Texts = {
  phrases: {
    greetings: ['Guten Tag,', 'Hallo zusammen,', 'Sehr geehrte Damen und Herren,'],
    answering: ['Hallo {name},', 'Guten Tag {name},'],
    closings: ['Mit freundlichen Grüßen', 'Viele Grüße', 'Besten Dank und Gruß'],
    thanks: ['Jetzt geht es, vielen Dank!', 'Hat geklappt. Das Ticket kann geschlossen werden.'],
    wrote: 'Am {date} schrieb {name} <{address}>:',
    phone: 'Telefon',
    autoReply:
      'Vielen Dank für Ihre Nachricht. Sie hat die Nummer {ticket}; bitte lassen Sie diese im Betreff stehen.\n\nDiese Nachricht ging an {addressUpper}.\nWie waren wir? https://desk.test/rate?ticket={ticket}&who={addressEncoded}',
    mentions: [
      'Bei {other} ({otherAddress}) ist es übrigens genauso.',
      'Sie können auch {other} fragen, Durchwahl {otherPhone}.',
      'Ich schreibe im Auftrag von {other} <{otherAddress}>.',
    ],
    noteMentions: ['Wie bei {other} letzte Woche ({otherAddress}).', '{other} weiß mehr darüber, {otherPhone}.'],
    laterAnswers: [
      'danke für die Rückmeldung. Ich habe es an eine Kollegin weitergegeben, sie meldet sich heute.',
      'wir warten noch auf den Lieferanten. Sobald es etwas Neues gibt, schreibe ich Ihnen.',
    ],
    laterFollowUps: [
      'gibt es etwas Neues?',
      'heute früh war es wieder so.',
      'für eine Antwort diese Woche wäre ich dankbar.',
    ],
    laterNotes: ['Lieferant ist angefragt.', 'Zweite Linie noch einmal gefragt.'],
    farewells: ['das freut mich. Ich schließe das Ticket, Sie können einfach antworten.'],
    devices: ['Laptop', 'Bildschirm', 'Etikettendrucker', 'Telefon'],
  },
  topics: [
    {
      category: 'Hardware',
      titles: ['Drucker in {room} zieht kein Papier ein', '{device} für {name}'],
      openings: [
        'seit heute früh zieht der Drucker bei {room} kein Papier mehr ein. Aus- und Einschalten hat nicht geholfen.',
        'mein Gerät ({device}) bleibt schwarz. Die Lampe vorn leuchtet. Ich sitze in {room}, {city}.',
      ],
      answers: [
        'Der Techniker kommt morgen zwischen 9 und 12 Uhr nach {room}.',
        'Das Ersatzgerät ist unterwegs, die Bestellnummer ist {order}.',
      ],
      followUps: [
        'Bisher war niemand da. Sie erreichen mich unter {phone}.',
        'Es ist angekommen, aber das Kabel fehlt.',
      ],
      notes: [
        '{name} unter {phone} angerufen: bis 16 Uhr im Haus.',
        'Gleiche Serie wie im letzten Monat, ohne Rückfrage tauschen.',
      ],
    },
    {
      category: 'Accounts',
      titles: ['Kennwort abgelaufen', 'Zugang für {name}'],
      openings: [
        'ich war im Urlaub, inzwischen ist mein Kennwort abgelaufen. Mein Anmeldename ist {address}.',
        'ich habe die Abteilung gewechselt und brauche Zugriff auf den Ordner {city}.',
      ],
      answers: [
        'Ihr Konto ist wieder frei. Bitte vergeben Sie in der nächsten Stunde ein neues Kennwort.',
        'Die Freigabe liegt bei Ihrer Leitung, ich habe nachgefragt.',
      ],
      followUps: ['Das neue Kennwort wird nicht angenommen.', 'Der Ordner ist da, ich kann aber nur lesen.'],
      notes: ['Rückruf unter {phone}, es ist {name}.', 'Freigabe liegt telefonisch vor.'],
    },
    {
      category: 'Billing',
      titles: ['Rechnung {order} doppelt abgebucht', 'Rechnungsanschrift ändern'],
      openings: [
        'die Rechnung {order} wurde zweimal abgebucht. Bitte erstatten Sie den zweiten Betrag.',
        'bitte schicken Sie Rechnungen künftig an: {company}, z. Hd. {name}, {city}.',
      ],
      answers: [
        'Sie haben recht, die Rechnung {order} wurde doppelt gebucht. Das Geld kommt in fünf Werktagen zurück.',
        'Die Anschrift ist geändert, die korrigierte Rechnung hängt an.',
      ],
      followUps: [
        'Unsere Buchhaltung hätte das gern schriftlich.',
        'Danke. Kann die Rechnung auch an meine Kollegin gehen?',
      ],
      notes: ['Erstattung ist freigegeben.', '{name} ist bei {company} für Rechnungen zuständig.'],
    },
    {
      category: 'Network',
      titles: ['Keine Verbindung in {room}', 'VPN bricht ab'],
      openings: ['in {room} geht keine einzige Netzwerkdose.', 'im Homeoffice bricht das VPN alle zehn Minuten ab.'],
      answers: [
        'Ein Verteiler war defekt und ist getauscht.',
        'Bitte installieren Sie die Version 5.2, die alte hat diesen Fehler.',
      ],
      followUps: ['Die Dose am Fenster ist noch tot.', 'Mit 5.2 bricht es auch ab, nur später.'],
      notes: ['Verteiler 7B, Anschluss 12 bis 18.', 'Leitung von {name} ist laut Anbieter in Ordnung.'],
    },
  ],
};
