import { buffer } from 'node:stream/consumers';
import { readableCertificate } from '@lethe/core/certificate';
import type { CertificateLanguage, CertificateWords, Line, ReadableSection } from '@lethe/core/certificate';
import type { IssuedCertificate } from '@lethe/storage';

/** How it is read. */
export interface PdfReading {
  readonly language: CertificateLanguage;
  readonly words: CertificateWords;
}

const MARGIN = 56;
const LABEL_WIDTH = 190;
const GAP = 12;

/**
 * A certificate to be read and printed: the same data as the signed file, which it names by its digest. Tagged, with a title and a
 * language; its metadata has the moment the certificate was issued and nothing of the machine. The same edition gives the same bytes.
 */
export async function certificatePdf(issued: IssuedCertificate, { language, words }: PdfReading): Promise<Buffer> {
  // Loaded now, so that whatever draws nothing does not wait for it.
  const { default: PDFDocument } = await import('pdfkit');
  const { certificate, digest } = issued;
  const document = new PDFDocument({
    ...{ size: 'A4', margin: MARGIN, tagged: true, pdfVersion: '1.7', displayTitle: true, lang: language },
    info: { Title: words.title, Creator: 'Lethe', Producer: 'Lethe', CreationDate: new Date(certificate.issued) },
  });
  const bytes = buffer(document);
  const readable = readableCertificate(certificate, words, digest);
  const page = new Page(document);
  page.title(readable.title);
  page.paragraph(readable.says);
  for (const section of readable.sections) page.section(section);
  page.end();
  return bytes;
}

/** Puts the parts of a certificate on paper, each with its place in the structure that screen readers follow. */
class Page {
  readonly #document: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;

  constructor(document: PDFKit.PDFDocument) {
    this.#document = document;
    this.#root = document.struct('Document');
    document.addStructure(this.#root);
  }

  title(text: string): void {
    this.#add('H1', () => this.#document.font('Helvetica-Bold').fontSize(20).text(text));
    this.#document.moveDown(0.5);
  }

  paragraph(text: string): void {
    this.#add('P', () => this.#document.font('Helvetica').fontSize(11).text(text));
  }

  section({ title, lines }: ReadableSection): void {
    this.#document.moveDown(1);
    this.#room(60);
    this.#add('H2', () => this.#document.font('Helvetica-Bold').fontSize(13).text(title, MARGIN));
    this.#document.moveDown(0.3);
    for (const line of lines) this.#line(line);
  }

  end(): void {
    this.#root.end();
    this.#document.end();
  }

  #line(line: Line): void {
    const document = this.#document;
    this.#room(30);
    const { y } = document;
    const { label, text, english } = line;
    const left = label === undefined ? MARGIN : MARGIN + LABEL_WIDTH + GAP;
    const width = document.page.width - MARGIN - left;
    const said = english === undefined ? text : `${text}:`;
    document.fontSize(9.5);
    if (label !== undefined)
      this.#add('P', () => document.font('Helvetica-Bold').text(label, MARGIN, y, { width: LABEL_WIDTH }));
    const below = document.y;
    this.#add('P', () => document.font('Helvetica').text(said, left, y, { width }));
    if (english !== undefined)
      this.#add('P', () => document.font('Helvetica-Oblique').text(english, left, document.y, { width }), 'en');
    document.y = Math.max(below, document.y) + 3;
    document.x = MARGIN;
  }

  /** A line is not torn apart: its label and what it labels begin on the same page. */
  #room(points: number): void {
    const { y, page } = this.#document;
    if (y + points > page.height - MARGIN) this.#document.addPage();
  }

  #add(type: string, draw: () => unknown, lang?: string): void {
    const element = this.#document.struct(type, lang === undefined ? {} : { lang }, () => {
      draw();
    });
    this.#root.add(element);
  }
}
