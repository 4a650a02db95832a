import type { NoticeWords } from './words-of-notices.ts';

/** What mails say. */
export const es: NoticeWords = {
  subject: 'Lethe: {what}',
  hello: 'Este es un aviso de su instalación de Lethe.',
  more: 'y {count} más',
  hosts: 'Sistema: {hosts}',
  runs: 'Ejecuciones:',
  where: 'Ver: {link}',
  stop: 'Usted decide qué avisos recibe y en qué idioma: {link}',
  about: {
    'second-asked': {
      subject: 'Hay solicitudes que esperan a una segunda persona: {count}',
      text: 'Se solicitaron ejecuciones que requieren una segunda persona. Número de solicitudes: {count}. Mire cada plan antes de aprobarlo.',
    },
    'begins-soon': {
      subject: 'Pronto comienzan ejecuciones: {count}',
      text: 'Pronto comienzan ejecuciones que usted solicitó o aprobó; la primera, a las {until}. Hasta entonces se pueden cancelar. Número de ejecuciones: {count}.',
    },
    cancelled: {
      subject: 'Terminaron ejecuciones o solicitudes: {count}',
      text: 'Ejecuciones o solicitudes que le conciernen fueron canceladas, rechazadas, retiradas o no respondidas a tiempo. Número: {count}.',
    },
    'ended-with-gaps': {
      subject: 'Hay ejecuciones que terminaron con lagunas: {count}',
      text: 'Hay ejecuciones que terminaron, pero algo no se pudo vaciar o probar. Sus informes dicen qué. Número de ejecuciones: {count}.',
    },
    stopped: {
      subject: 'Se detuvieron ejecuciones: {count}',
      text: 'Hay ejecuciones que se detuvieron antes de su fin y esperan a alguien. Número de ejecuciones: {count}.',
    },
    'check-found': {
      subject: 'Un control posterior encontró algo: {count}',
      text: 'Un nuevo control después de una ejecución mostró algo que ya no está como ella lo dejó. Número de controles: {count}.',
    },
    returned: {
      subject: 'Han vuelto personas: {count}',
      text: 'Alguien que fue borrado parece estar de nuevo en un sistema. No se hace nada antes de que alguien decida. Número: {count}.',
    },
    test: { subject: 'Una prueba', text: 'Los avisos de Lethe le llegan a esta dirección.' },
  },
};
