/** Invented people's names and words of help desk mail, by language. */
export interface Locale {
  readonly given: readonly string[];
  /** Family names are made of a beginning and an end. */
  readonly begins: readonly string[];
  readonly ends: readonly string[];
  readonly words: readonly string[];
  readonly greeting: string;
  readonly closing: string;
  readonly wrote: string;
  readonly phone: string;
}

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

const english: Locale = {
  given: list(
    `Jane Mary William Robert Alice Thomas Helen Arthur Grace Henry Laura Simon Emma Oliver Ruth Daniel Clara Peter Nora Edward
    Alan Rose Martin Judith George Irene Victor Susan Philip Megan Colin Brenda Howard Tessa Neville Audrey Graham Lydia`,
  ),
  begins: list(
    `Ash Black Brook Cart Dal Ea Farn Gold Hart Iron King Lang Mill North Oak Pem Quill Rad Stan Thorn Under Whit Win York`,
  ),
  ends: list(`ton ley ford well wood worth field er son by ham stone burn land gate more`),
  words: list(
    `the a to and of in is it that for you was on are with as have be this we at or from not your can but if will they my
    order invoice printer account password ticket delivery refund error screen update customer team support please thanks
    message attached yesterday today tomorrow again still working problem issue request payment address number phone
    would could should check change send received opened closed waiting answer question urgent regarding concerning when
    after before during since page button login reset link browser version server network device cable office contract
    colleague manager meeting calendar report monthly subscription plan price discount shipping parcel damaged missing`,
  ),
  greeting: 'Hello',
  closing: 'Kind regards,',
  wrote: 'wrote:',
  phone: '+44 20 7946 0',
};

const german: Locale = {
  given: list(
    `Günter Jürgen Käthe Sabine Wolfgang Ulrike Heinz Monika Björn Anke Dieter Renate Lothar Gisela Rüdiger Petra Uwe Silke
    Holger Martina Jörg Birgit Detlef Annette Volker Heike Matthias Kerstin Sören Gudrun`,
  ),
  begins: list(
    `Stein Berg Müller Groß Weiß Baum Feld Hof Kirsch König Lind Rosen Schön Schwarz Vogel Winkel Tann Brück`,
  ),
  ends: list(`mann er berg bach hauer ner meier stein feld müller huber hausen`),
  words: list(
    `der die das und ist nicht mit von zu den auf für im ein eine wir Sie ich haben bitte danke Rechnung Bestellung Drucker
    Konto Passwort Lieferung Fehler Störung Kunde Anfrage Antwort Rückmeldung Grüße heute gestern morgen wieder noch
    funktioniert Problem prüfen schicken erhalten geöffnet geschlossen dringend wegen über Straße Nummer Vertrag Gerät
    Büro Kollegin Termin Kündigung Gebühr Preis Paket beschädigt fehlt möglich natürlich schließen`,
  ),
  greeting: 'Guten Tag',
  closing: 'Mit freundlichen Grüßen',
  wrote: 'schrieb:',
  phone: '+49 30 2345 6',
};

const french: Locale = {
  given: list(
    `Élodie François Hélène Étienne Jérôme Cécile Benoît Mélanie Thierry Océane Gaëlle Rémi Sylvie Aurélien Noémie Loïc`,
  ),
  begins: list(`Beau Bel Bois Chante Clair Des Du Fon Grand Haut La Mont Pont Roche Saint Val`),
  ends: list(`champs mont pré val taine court vert lieu rey ville aine bert`),
  words: list(
    `le la les de des et est pas pour que qui dans une un nous vous votre avec sur facture commande imprimante compte erreur
    problème merci bonjour livraison réponse demande aujourd’hui hier demain encore reçu envoyé urgent numéro adresse bureau
    collègue contrat prix colis manquant s’il vous plaît j’ai n’est c’est déjà près être`,
  ),
  greeting: 'Bonjour',
  closing: 'Cordialement,',
  wrote: 'a écrit :',
  phone: '+33 1 7018 2',
};

const spanish: Locale = {
  given: list(`José María Begoña Íñigo Sofía Andrés Lucía Joaquín Inés Rubén Nuria Álvaro Pilar Gonzalo Marisol Raúl`),
  begins: list(`Al Bena Casti Domín Fer Gar Her Ló Mar Nú Or Pé Ro Sán Val Zu`),
  ends: list(`guez ñez mora rana tero vides cía rrón llo nández beda sco`),
  words: list(
    `el la los de que y en un una para con no por su se lo como más pero factura pedido impresora cuenta error problema
    gracias entrega respuesta solicitud hoy ayer mañana todavía recibido enviado urgente número dirección oficina
    contrato precio paquete falta también está según después`,
  ),
  greeting: 'Hola',
  closing: 'Un saludo,',
  wrote: 'escribió:',
  phone: '+34 91 234 5',
};

const polish: Locale = {
  given: list(`Łukasz Żaneta Wojciech Małgorzata Paweł Agnieszka Grzegorz Śliwia Jędrzej Halina Zbigniew Bożena`),
  begins: list(`Brzo Czar Dąb Gór Jabł Kowal Lewan Mal Now Ostr Pio Szcze`),
  ends: list(`ski cki ek owicz iak czyk wska ński`),
  words: list(
    `nie na się że jest do to z w i o faktura zamówienie drukarka konto hasło błąd dziękuję proszę dziś wczoraj jutro
    odpowiedź zgłoszenie pilne numer adres umowa cena paczka brakuje również więcej który została`,
  ),
  greeting: 'Dzień dobry',
  closing: 'Pozdrawiam,',
  wrote: 'napisał(a):',
  phone: '+48 22 123 4',
};

const russian: Locale = {
  given: list(`Иван Мария Сергей Ольга Дмитрий Татьяна Николай Елена Андрей Светлана`),
  begins: list(`Петр Сидор Ковал Белозёр Зайц Морозк Соловь Тих Черн Яблок`),
  ends: list(`ов ин ев енко овский ский`),
  words: list(
    `и в не на что с по это как за для мы вы заказ счёт принтер пароль ошибка спасибо пожалуйста сегодня вчера ответ срочно`,
  ),
  greeting: 'Здравствуйте',
  closing: 'С уважением,',
  wrote: 'писал(а):',
  phone: '+7 495 123 4',
};

const japanese: Locale = {
  given: list(
    `太郎 花子 健一 美咲 翔太 由美 大輔 恵子 直樹 彩香 拓也 千尋 和也 真由 隆 舞 誠 葵 亮介 智子 浩二 遥 修平 七海 英樹 沙織 剛 早紀 信夫 典子`,
  ),
  begins: list(`山 川 田 中 高 小 松 石 森 北 西 東 南 大 上 下 青 黒 白 金 福 安 清 前`),
  ends: list(`田 本 村 野 島 原 口 井`),
  words: list(`お世話になっております 注文 請求書 よろしくお願いいたします 確認 しました 問題 プリンター 本日 至急`),
  greeting: 'こんにちは',
  closing: '以上、',
  wrote: 'のメール:',
  phone: '+81 3 4567 8',
};

/** All, the commoner more often. */
export const locales: readonly Locale[] = [
  ...[english, english, english, english, english, english, english, english, english, english, english],
  ...[german, german, french, spanish, polish, russian, japanese],
];
