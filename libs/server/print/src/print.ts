import { Injectable } from '@nestjs/common';
import { taggedHashHex, type CanonicalValue, type Instant } from '@core/kernel';
import {
  Arrival,
  Config,
  type DataClass,
  FileStore,
  Ids,
  LegalClock,
  Reads,
  UnitOfWork,
  violates,
} from '@server/platform';
import type { Block } from './page';
import { Press } from './press';
import { PrintedRow } from './print.entity';

/** What is to be printed. The same content always has the same fingerprint and is printed once. */
export interface PrintOrder {
  readonly kind: string;
  readonly tenderId: string | null;
  readonly issuer: string;
  readonly title: string;
  readonly number: string;
  readonly ruleSet: string;
  readonly blocks: readonly Block[];
  readonly signatures: readonly string[];
}

/** A printed document. */
export type Printed = PrintedRow;

/** `2026-03-02 09:30:00`, Beijing time: how instants stand in data on paper. */
export function beijingText(at: Instant): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** Makes PDFs and remembers them under the fingerprint of their content. */
@Injectable()
export class Print {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly files: FileStore,
    private readonly arrival: Arrival,
    private readonly clock: LegalClock,
    private readonly config: Config,
    private readonly ids: Ids,
    private readonly press: Press,
  ) {}

  /** Prints, or returns what was printed of this very content before. `dataClass` is that of the file. */
  async make(order: PrintOrder, dataClass: DataClass = 'public'): Promise<Printed> {
    const content = JSON.parse(JSON.stringify(order)) as CanonicalValue;
    const fingerprint = taggedHashHex('sunlit/print', content);
    const known = await this.find(fingerprint);
    if (known) return known;
    const producedAt = this.arrival.at();
    const bytes = await this.press.draw({
      ...order,
      foot: {
        producedAt: beijingText(producedAt),
        ruleSet: order.ruleSet,
        fingerprint,
        link: `${this.config.publicUrl}/verify/${fingerprint}`,
        demo: this.clock.isDemo,
      },
    });
    const file = await this.files.put(bytes, {
      name: `${order.title}-${order.number}.pdf`,
      media: 'application/pdf',
      uploadedBy: 'platform',
      dataClass,
    });
    const row: Printed = {
      id: this.ids.next(),
      fingerprint,
      kind: order.kind,
      title: order.title,
      number: order.number,
      tenderId: order.tenderId,
      fileId: file.id,
      producedAt,
    };
    try {
      await this.unit.run(() => this.unit.manager.getRepository(PrintedRow).insert(row));
      return row;
    } catch (error) {
      if (!violates(error, 'uq_printed_fingerprint', 'printed', ['fingerprint'])) throw error;
      return (await this.find(fingerprint)) ?? row;
    }
  }

  async find(fingerprint: string): Promise<Printed | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(PrintedRow).findOneBy({ fingerprint });
  }
}
