import { wordSet } from './word-set.ts';

/** Titles and forms of address that stand before a family name. */
export const titles = wordSet(
  'mr mrs ms miss mx dr prof professor sir lady lord dame madam rev reverend judge captain officer president senator',
  'herr herrn frau fr hr mme mlle monsieur madame mademoiselle m señor señora sr sra srta don doña dott dottore dottoressa',
  'signor signora sig ing avv senhor senhora sr dhr mevr mw meneer mevrouw fru herra rouva pan pani panu pán paní bay',
  'bayan г-н г-жа господин госпожа κ κα κύριε',
);

/** Words after which somebody is greeted, thanked or called upon by name, in the languages mail is written in. */
export const greetings = wordSet(
  'hi hello hey hiya dear dearest morning afternoon evening thanks thank thx ty cc attn attention welcome congrats congratulations',
  'hallo liebe lieber liebes guten moin servus sehr geehrte geehrter danke tag morgen grüezi',
  'bonjour bonsoir salut cher chère merci coucou hola estimado estimada querido querida gracias buenos buenas',
  'ciao gentile caro cara salve buongiorno buonasera grazie olá oi prezado prezada caro obrigado obrigada',
  'beste geachte hoi dag bedankt dank hej hejsan kära käre bästa tack kjære hei kære tak takk moi hyvä kiitos terve',
  'cześć drogi droga szanowny szanowna witaj dzięki dziękuję ahoj milý milá vážený vážená děkuji dobrý',
  'merhaba sevgili sayın selam teşekkürler здравствуйте привет уважаемый уважаемая дорогой дорогая спасибо',
  'γεια αγαπητέ αγαπητή ευχαριστώ szia kedves tisztelt köszönöm dragă salut stimate bună',
);

/** Words after which a mail is signed. */
export const signOffs = wordSet(
  'regards rgds wishes sincerely truly yours cheers love best thanks thx tnx faithfully respectfully cordially warmly thanx you',
  'grüße grüßen gruß grüsse gruss lg vg mfg herzlichst cordialement amicalement bises salutations bien',
  'saludos saludo cordialmente atentamente abrazo abrazos besos saluti distinti cordiali abraço abraços cumprimentos atenciosamente',
  'groet groeten groetjes hälsningar hälsning mvh hilsen vh terveisin ystävällisin pozdrawiam pozdrowienia pozdravem pozdravom',
  'saygılarımla sevgiler уважением приветом χαιρετισμούς εκτίμηση üdvözlettel üdv respect stimă',
);

/** Labels of fields and headers whose value is a person. */
export const labels = wordSet(
  'name username user author by buyer seller contact customer client caller reporter requester requestor assignee assigned',
  'owner candidate applicant employee patient recipient sender signed attendee nickname handle login account',
  'kunde kundin benutzer mitarbeiter ansprechpartner bearbeiter nom utilisateur client auteur nombre cliente usuario autor',
  'nome utente naam klant gebruiker navn kunde bruger namn kund användare nazwisko imię klient jméno isim müşteri имя клиент',
);

/**
 * Words that begin sentences or stand among names without being one: before a family name or after a given name they do not
 * make it somebody else's.
 */
export const functionWords = wordSet(
  'a an the this that these those i we you he she it they my our your his her their me us him them who whom whose which what when',
  'where why how if and or but nor so yet for from to of in on at by with without about after before since until as than',
  'is are was were be been am has have had do does did will would can could shall should may might must not no yes',
  'please pls let ask asked tell told call called contact email mail see saw give gave send sent meet met spoke talk talked',
  'then now today yesterday tomorrow tonight also however because although though while once here there just only again still',
  'per via re fw fwd fyi cc bcc ps hi hello hey dear thanks thank regards cheers best sincerely yours love great good ok okay sorry',
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october',
  'november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec',
  'get got make made did done said says wrote writes like both either neither all any some each every another other',
  'according between against under over during within upon among through into onto unless whether subject sent date forwarded',
  'original message attached attachment importance kind reply wrote',
  'der die das den dem des ein eine einer einem einen und oder aber wenn als bei mit von vom zu zum zur im in am an auf für',
  'ich du er sie es wir ihr ihre sein ist sind war hat haben wird nicht auch bitte dann dass ob wie was wer wo nach vor seit',
  'le la les un une des du de et ou mais si quand comme avec sans pour par chez dans sur sous il elle nous vous je tu est sont',
  'el los las un una unos y o pero si cuando como con sin para por en sobre es son fue que su nos yo tú él ella',
  'il lo gli i uno e ma se quando con senza per da di in su è sono io tu lui lei noi voi che',
  'het een en of maar als met zonder voor door bij naar van op ik jij hij zij wij is zijn was heeft',
  'och eller men om när med utan för av på jag du han hon vi är var har det den de er og eller hvis når med uden til af på jeg',
  'i oraz lub ale jeśli kiedy z bez dla przez od do na w jest są był on ona my a nebo když s pro po na je',
  've ile için ama bir bu и или но если когда с без для от до на в он она мы',
);

/** Signs of a name for places, streets, firms, things: what stands before them is not meant as a person. */
export const particles = wordSet(
  'van von der den de del della dela di da dos das du des la le el al bin ibn ben bint ter ten te zu zum zur af av mac mc st san santa y e',
);

/**
 * Names that also begin sentences as words of the language, or are months, places and days with a capital. Names of trades and
 * colours ("Miller", "Brown") are not among them: with a capital they are nearly always names.
 */
export const commonWords = wordSet(
  'will may mark page bill grant hope rose art gene pat drew chase dean faith grace joy june april august summer dawn rich rob sue',
  'rusty sandy sunny penny ginger merry guy dot carol chuck frank earnest angel christian paris austin dallas houston london',
  'chelsea victoria georgia virginia carolina florence sydney young long king price field fields hill bell bond case church',
  'cook cross day fox free friend gold good hall hand law little love lord major moon more nice park power powers quick ring',
  'road sharp short small smart snow sweet swift wise west north south east weeks winter rich poor strong best better bright',
  'dark early late low high new old first last english french german ireland england france wales post pool read root sand',
  'speed star street temple train trend wall walls waters way well wells wild worth bank bean beach book branch bridge burns',
  'car chance cotton dale drive ease fair fine fish flood frost game gates glass goal goods grove hardy head heath horn house',
  'just justice key keys kind land large light link list lock lucky luck marks means mercy merit mills miles mint nail oak paper',
  'parish pass patience peace peak pearl person plant point pride prime race rain rank rock roll rush sage sale sales save seal',
  'self shade shine sky stock story sunday tide tree true trust van vale vision wake wave while bund sommer winter herbst',
  'bon belle rouge juste bueno sol mar luna ivy holly daisy jade mai jan don see may can do an so no al ed',
);
