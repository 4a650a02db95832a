import type { NoticeWords } from './words-of-notices.ts';

/** What mails say. */
export const fr: NoticeWords = {
  subject: 'Lethe : {what}',
  hello: 'Ceci est un avis de votre installation de Lethe.',
  more: 'et {count} de plus',
  hosts: 'Système : {hosts}',
  runs: 'Exécutions :',
  where: 'Voir : {link}',
  stop: 'Vous choisissez quels avis vous recevez et dans quelle langue : {link}',
  about: {
    'second-asked': {
      subject: 'Des demandes attendent une seconde personne : {count}',
      text: 'Des exécutions ont été demandées qui exigent une seconde personne. Nombre de demandes : {count}. Regardez chaque plan avant de l’approuver.',
    },
    'begins-soon': {
      subject: 'Des exécutions vont commencer : {count}',
      text: 'Des exécutions que vous avez demandées ou approuvées vont commencer ; la première à {until}. Jusque-là, on peut les annuler. Nombre d’exécutions : {count}.',
    },
    cancelled: {
      subject: 'Des exécutions ou demandes ont pris fin : {count}',
      text: 'Des exécutions ou demandes qui vous concernent ont été annulées, refusées, retirées, ou sont restées sans réponse. Nombre : {count}.',
    },
    'ended-with-gaps': {
      subject: 'Des exécutions ont fini avec des lacunes : {count}',
      text: 'Des exécutions ont fini, mais quelque chose n’a pu être vidé ou prouvé. Leurs rapports disent quoi. Nombre d’exécutions : {count}.',
    },
    stopped: {
      subject: 'Des exécutions se sont arrêtées : {count}',
      text: 'Des exécutions se sont arrêtées avant leur fin et attendent quelqu’un. Nombre d’exécutions : {count}.',
    },
    'check-found': {
      subject: 'Un contrôle ultérieur a trouvé quelque chose : {count}',
      text: 'Un nouveau contrôle après une exécution a montré quelque chose qui n’est plus tel qu’elle l’avait laissé. Nombre de contrôles : {count}.',
    },
    returned: {
      subject: 'Des personnes sont revenues : {count}',
      text: 'Quelqu’un qui a été effacé semble se trouver de nouveau dans un système. Rien n’est fait avant que quelqu’un ne décide. Nombre : {count}.',
    },
    test: { subject: 'Un essai', text: 'Les avis de Lethe vous parviennent à cette adresse.' },
  },
};
