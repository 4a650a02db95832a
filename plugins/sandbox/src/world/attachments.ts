import type { StoredMessage } from '../schema.ts';
import type { Dice } from './dice.ts';

/** A file by the person who wrote the mail; its name, its description or its bytes say who that is. */
export function attachmentBy(name: string, id: string, dice: Dice): StoredMessage['attachments'][number] {
  const family = name.split(' ').at(-1) ?? name;
  const number = String(1_000 + dice.below(9_000));
  const kinds = [
    { name: `IMG_${number}.jpg`, description: '', bytes: `ÿØÿà JFIF Exif Artist=${name} ${'·'.repeat(200)}` },
    { name: `${name} - form ${number}.txt`, description: `Signed by ${name}`, bytes: formFor(name, number) },
    {
      name: `screenshot ${number}.png`,
      description: 'What I see',
      bytes: `‰PNG tEXt Author ${name} ${'·'.repeat(300)}`,
    },
    { name: `invoice_${number}_${family}.txt`, description: '', bytes: formFor(name, number) },
  ];
  const { bytes, ...file } = dice.pick(kinds);
  return { ...file, id, bytes: Buffer.from(bytes).toString('base64') };
}

function formFor(name: string, number: string): string {
  return `Form ${number}\nName: ${name}\nSignature: ${name}\nI agree to the exchange of the device.\n`;
}
