import { Injectable } from '@nestjs/common';
import {
  ARCHIVE_PATHS,
  ARCHIVE_TAG,
  archivedContract,
  CONTRACT_RECORDS,
  packZip,
  type Bundle,
  type Manifest,
} from '@core/bundle';
import { concludedAt } from '@core/contract';
import { canonicalize, digest, protocolTime, toHex, utf8 } from '@core/kernel';
import { readJsonRecord } from '@core/ledger';
import { Contracts, PrintContract, signedOf, type Contract } from '@server/contract';
import { ExportBundle, Ledger } from '@server/ledger';
import { FileStore, LegalClock } from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';
import { PublishBundle } from './publish-bundle';

/** A package as it is handed out: its name and its bytes. */
export interface ArchivePackage {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Packs what anybody may take home of a tender as one ZIP: the bundle, the notices, and every concluded contract with its
 * paper and what has become of it, under a manifest the platform signs. The same verifier checks it as a whole.
 */
@Injectable()
export class PackArchive {
  constructor(
    private readonly bundles: PublishBundle,
    private readonly exports: ExportBundle,
    private readonly tenders: Tenders,
    private readonly contracts: Contracts,
    private readonly papers: PrintContract,
    private readonly files: FileStore,
    private readonly ledger: Ledger,
    private readonly clock: LegalClock,
  ) {}

  /** The package of a tender, from its opening on. Of contracts, those both sides have signed. */
  async run(tenderId: string): Promise<ArchivePackage> {
    const bundle = await this.bundles.run(tenderId);
    const tender = await this.tenders.published(tenderId);
    const parts = new Map<string, Uint8Array>();
    parts.set(ARCHIVE_PATHS.bundle, utf8(JSON.stringify(bundle)));
    await this.addContracts(parts, tender, bundle);
    parts.set('notices.json', utf8(canonicalize(await this.notices(tenderId))));
    const manifest: Manifest = {
      format: 'tp1/archive',
      tender: { id: tender.id, code: tender.code, title: tender.title },
      packedAt: protocolTime(this.clock.now()),
      files: [...parts].map(([path, bytes]) => ({
        path,
        sha256: toHex(digest(bytes)),
        size: bytes.length,
      })),
      ...(bundle.policy.demo === true ? { demo: true as const } : {}),
    };
    const signature = await this.ledger.platformSign(ARCHIVE_TAG, manifest);
    const bytes = packZip(
      new Map([
        [ARCHIVE_PATHS.manifest, utf8(canonicalize(manifest))],
        [ARCHIVE_PATHS.signature, utf8(canonicalize(signature))],
        ...parts,
      ]),
    );
    return { name: `${tender.code}.zip`, bytes };
  }

  private async addContracts(
    parts: Map<string, Uint8Array>,
    tender: TenderRow,
    bundle: Bundle,
  ): Promise<void> {
    const records = await this.exports.beside(bundle, CONTRACT_RECORDS);
    const read = records.flatMap(({ record }) => {
      const known = readJsonRecord(record);
      return known.ok ? [known.value] : [];
    });
    const logged = new Set(
      read.flatMap(({ type, body }) => (type === 'contract.concluded' ? [body.number] : [])),
    );
    parts.set(ARCHIVE_PATHS.records, utf8(canonicalize({ records })));
    for (const contract of await this.contracts.ofTender(tender.id)) {
      // What has no place in the log yet, or has lost it, cannot be proven: it comes with the next package.
      if (concludedAt(contract) === null || !logged.has(contract.number)) continue;
      const { lot, enterpriseId, enterpriseName: name, members, terms, number } = contract;
      const signed = signedOf(tender, { lot, enterpriseId, name }, members, terms);
      const file = archivedContract(number, signed, read);
      parts.set(`contracts/${number}.json`, utf8(canonicalize(file)));
      parts.set(`contracts/${number}.pdf`, await this.paper(contract));
    }
  }

  private async paper({ id, fileId }: Contract): Promise<Uint8Array> {
    if (fileId === null) await this.papers.run(id);
    const known = fileId ?? (await this.contracts.get(id)).fileId;
    if (known === null) throw new Error(`contract ${id} is not on paper`);
    return new Uint8Array(await this.files.bytes(await this.files.get(known)));
  }

  private async notices(tenderId: string): Promise<readonly Record<string, string>[]> {
    return (await this.tenders.notices(tenderId)).map(({ kind, title, text, publishedAt }) => ({
      kind,
      title,
      text,
      publishedAt: protocolTime(publishedAt),
    }));
  }
}
