import PDFDocument from 'pdfkit';
import { FONT_FILES, printable, type GlyphSource } from './cjk-font';
import { drawCode } from './qr-code';

/** One piece of a printed document. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** A QR code that leads somewhere, with what it is for beside it. */
  | { readonly kind: 'code'; readonly link: string; readonly caption: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [string, string])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      /** Relative widths of the columns. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    };

/** A document to be printed: content first, so that its fingerprint can be taken before anything is drawn. */
export interface Sheet {
  readonly issuer: string;
  readonly title: string;
  readonly number: string;
  readonly blocks: readonly Block[];
  /** Lines under the last block: who signs, and as what. */
  readonly signatures: readonly string[];
  readonly foot: {
    readonly producedAt: string;
    readonly ruleSet: string;
    readonly fingerprint: string;
    readonly link: string;
    readonly demo: boolean;
  };
}

const MM = 72 / 25.4;
const MARGIN = 18 * MM;
const FOOT = 34 * MM;
const WIDTH = 595.28 - 2 * MARGIN;
const INK = '#000000';
const PINE = '#0f615b';

type Doc = PDFKit.PDFDocument;

type Weight = keyof typeof FONT_FILES;

/** Fonts as they were parsed for the first sheet: parsing one costs more than drawing a page, and nothing changes it. */
const parsed = new Map<Weight, GlyphSource>();

/** Makes a font known to a document; returns it parsed. */
function useFont(doc: Doc, weight: Weight): GlyphSource {
  // pdfkit takes a parsed font as well as a file; its types know the file alone.
  doc.registerFont(weight, (parsed.get(weight) ?? FONT_FILES[weight]) as string);
  doc.font(weight);
  const { font } = (doc as unknown as { _font: { font: GlyphSource } })._font;
  parsed.set(weight, font);
  return font;
}

class Printer {
  readonly doc: Doc;
  private readonly font: GlyphSource;

  constructor(private readonly sheet: Sheet) {
    this.doc = new PDFDocument({
      size: 'A4',
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'zh-CN',
      displayTitle: true,
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
      info: { Title: sheet.title, Author: sheet.issuer, Subject: sheet.number },
    });
    useFont(this.doc, 'bold');
    this.font = useFont(this.doc, 'regular');
  }

  text(content: string, font: 'regular' | 'bold', size: number, options: object = {}): void {
    this.doc
      .font(font)
      .fontSize(size)
      .fillColor(INK)
      .text(printable(content, this.font), { lineGap: 3, ...options });
  }

  head(): void {
    const { doc, sheet } = this;
    this.text(sheet.issuer, 'regular', 10.5, { align: 'center' });
    doc.moveDown(0.3);
    this.text(sheet.title, 'bold', 20, { align: 'center', characterSpacing: 2 });
    this.text(sheet.number, 'regular', 9, { align: 'right' });
    const y = doc.y + 3;
    doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + WIDTH, y)
      .lineWidth(1.5)
      .strokeColor(PINE)
      .stroke();
    doc.y = y + 10;
  }

  block(block: Block): void {
    switch (block.kind) {
      case 'text':
        this.text(block.text, 'regular', 10.5);
        this.doc.moveDown(0.5);
        return;
      case 'heading':
        this.doc.moveDown(0.3);
        this.text(block.text, 'bold', 12);
        this.doc.moveDown(0.2);
        return;
      case 'facts':
        this.rows(block.facts, [3, 7], false);
        return;
      case 'table':
        this.table(block.head, block.rows, block.widths);
        return;
      case 'code':
        this.code(block.link, block.caption);
    }
  }

  private code(link: string, caption: string): void {
    const { doc } = this;
    const side = 32 * MM;
    if (doc.y + side > this.bottom()) doc.addPage();
    const top = doc.y;
    drawCode(doc, link, MARGIN, top, side);
    doc.x = MARGIN + side + 4 * MM;
    doc.y = top + 8 * MM;
    const width = WIDTH - side - 4 * MM;
    this.text(caption, 'regular', 10.5, { width });
    this.text(link, 'regular', 9, { width });
    doc.x = MARGIN;
    doc.y = top + side + 4 * MM;
  }

  private table(
    head: readonly string[],
    rows: readonly (readonly string[])[],
    widths: readonly number[],
  ): void {
    this.row(head, widths, true);
    for (const cells of rows) {
      if (this.doc.y + this.height(cells, widths) > this.bottom()) {
        this.doc.addPage();
        this.text('（续）', 'regular', 9, { align: 'right' });
        this.row(head, widths, true);
      }
      this.row(cells, widths, false);
    }
    this.doc.moveDown(0.6);
  }

  private rows(
    rows: readonly (readonly string[])[],
    widths: readonly number[],
    bold: boolean,
  ): void {
    for (const cells of rows) {
      if (this.doc.y + this.height(cells, widths) > this.bottom()) this.doc.addPage();
      this.row(cells, widths, bold);
    }
    this.doc.moveDown(0.6);
  }

  private bottom(): number {
    return this.doc.page.height - this.doc.page.margins.bottom;
  }

  private columns(widths: readonly number[]): number[] {
    const sum = widths.reduce((total, width) => total + width, 0);
    return widths.map((width) => (width / sum) * WIDTH);
  }

  private height(cells: readonly string[], widths: readonly number[]): number {
    const columns = this.columns(widths);
    const heights = cells.map((cell, index) =>
      this.doc
        .font('regular')
        .fontSize(10)
        .heightOfString(printable(cell, this.font), { width: (columns[index] ?? 60) - 10 }),
    );
    return Math.max(...heights, 12) + 10;
  }

  private row(cells: readonly string[], widths: readonly number[], bold: boolean): void {
    const { doc } = this;
    const columns = this.columns(widths);
    const height = this.height(cells, widths);
    const top = doc.y;
    let x = MARGIN;
    for (const [index, cell] of cells.entries()) {
      const width = columns[index] ?? 60;
      doc.rect(x, top, width, height).lineWidth(0.75).strokeColor(INK).stroke();
      doc
        .font(bold ? 'bold' : 'regular')
        .fontSize(10)
        .fillColor(INK)
        .text(printable(cell, this.font), x + 5, top + 5, { width: width - 10 });
      x += width;
    }
    doc.x = MARGIN;
    doc.y = top + height;
  }

  foot(): void {
    const { doc, sheet } = this;
    const { foot } = sheet;
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      doc.switchToPage(page);
      // pdfkit adds a page for text below the margin: there is none while the foot is drawn.
      doc.page.margins.bottom = 0;
      const top = doc.page.height - MARGIN - FOOT + 6 * MM;
      drawCode(doc, foot.link, MARGIN + WIDTH - 25 * MM, top - 2 * MM, 25 * MM);
      const lines = [
        `第 ${page + 1} 页 共 ${count} 页`,
        `内容指纹 SHA-256 ${foot.fingerprint.slice(0, 32)} ${foot.fingerprint.slice(32)}`,
        `制作时间 ${foot.producedAt}　规则 ${foot.ruleSet}`,
        `核验 ${foot.link}`,
        ...(foot.demo ? ['演示数据：时钟可移动，见证方由本平台运行'] : []),
      ];
      doc.font('regular').fontSize(8).fillColor(INK);
      lines.forEach((line, index) => {
        const options = { width: WIDTH - 30 * MM, lineBreak: false };
        doc.text(printable(line, this.font), MARGIN, top + index * 13, options);
      });
    }
  }
}

/** Draws a sheet as PDF: A4, embedded font, tagged, page numbers, QR code and fingerprint on every page. */
export async function drawPdf(sheet: Sheet): Promise<Uint8Array> {
  const printer = new Printer(sheet);
  const pieces: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    printer.doc.on('data', (piece: Uint8Array) => pieces.push(piece));
    printer.doc.on('end', resolve);
    printer.doc.on('error', reject);
  });
  printer.head();
  for (const block of sheet.blocks) printer.block(block);
  printer.doc.moveDown(0.8);
  for (const line of sheet.signatures) printer.text(line, 'regular', 10.5, { align: 'right' });
  printer.foot();
  printer.doc.end();
  await finished;
  return new Uint8Array(Buffer.concat(pieces));
}
