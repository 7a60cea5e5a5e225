import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Instant } from '@core/kernel';
import { Reads, UnitOfWork } from '@server/platform';
import { CertificateChallengeRow, CertificateRow } from './certificate.entity';

/** Rows of certificates and of the questions put to them. */
@Injectable()
export class CertificateRows {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
  ) {}

  async add(row: CertificateRow): Promise<void> {
    await this.unit.manager.getRepository(CertificateRow).insert(row);
  }

  async byFingerprint(fingerprint: string): Promise<CertificateRow | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(CertificateRow).findOneBy({ fingerprint });
  }

  async ofPerson(personId: string): Promise<CertificateRow[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(CertificateRow)
      .find({ where: { personId }, order: { createdAt: 'ASC' } });
  }

  /** Takes a certificate away; false when the person has none of that id. */
  async remove(personId: string, id: string): Promise<boolean> {
    const result = await this.unit.manager.getRepository(CertificateRow).delete({ id, personId });
    return result.affected === 1;
  }

  async removeAll(personId: string): Promise<void> {
    await this.unit.manager.getRepository(CertificateRow).delete({ personId });
  }

  /** Puts a question, and forgets those nobody answered in time. */
  async ask(row: CertificateChallengeRow, now: Instant): Promise<void> {
    const challenges = this.unit.manager.getRepository(CertificateChallengeRow);
    await challenges.delete({ expiresAt: LessThan(new Date(now) as never) });
    await challenges.insert(row);
  }

  async question(id: string): Promise<CertificateChallengeRow | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(CertificateChallengeRow).findOneBy({ id });
  }

  /** Uses a question up; false when somebody was faster. */
  async spend(id: string): Promise<boolean> {
    const result = await this.unit.manager.getRepository(CertificateChallengeRow).delete({ id });
    return result.affected === 1;
  }
}
