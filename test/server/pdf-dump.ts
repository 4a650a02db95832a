import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';

/** What a PDF says: its text, and everything it says of itself. */
export interface PdfDump {
  readonly text: string;
  /** JSON of the information dictionary and of the XMP packet. */
  readonly metadata: string;
  /** Whether it is tagged for screen readers. */
  readonly marked: boolean;
  readonly lang: string | undefined;
}

const infoShape = z.looseObject({ Language: z.string().optional() });
const markShape = z.looseObject({ Marked: z.literal(true) });
/** The XMP packet, if there is one: its class says that there always is. */
const metadataShape = z.custom<{ getRaw(): unknown } | null>();
const itemShape = z.object({ str: z.string() });

/** Reads a PDF with another library than it was written with. */
export async function pdfDump(bytes: Uint8Array): Promise<PdfDump> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  try {
    const { info, metadata } = await pdf.getMetadata();
    const known = infoShape.parse(info);
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(items.map((item) => itemShape.safeParse(item).data?.str ?? '').join(' '));
    }
    const marked = markShape.safeParse(await pdf.getMarkInfo()).success;
    const xmp: unknown = metadataShape.parse(metadata)?.getRaw();
    const all = { ...known, xmp };
    return { text: pages.join('\n'), metadata: JSON.stringify(all), marked, lang: known.Language };
  } finally {
    await pdf.destroy();
  }
}
