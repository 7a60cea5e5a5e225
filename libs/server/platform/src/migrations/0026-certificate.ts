import { column, createTables, nullable } from '../database/table';

/** Certificates people sign in with, and the questions put to them. */
export const Certificate0026 = createTables('Certificate1767225600026', [
  {
    name: 'certificate',
    columns: {
      id: column.key(),
      personId: column.ref(),
      fingerprint: column.shortText(64),
      subject: column.personal(),
      issuer: column.personal(),
      validUntil: column.moment(),
      createdAt: column.moment(),
    },
    unique: { uq_certificate_fingerprint: ['fingerprint'] },
    index: { ix_certificate_person: ['personId'] },
  },
  {
    name: 'certificate_challenge',
    columns: {
      id: column.key(),
      purpose: column.shortText(10),
      personId: nullable(column.ref()),
      nonce: column.shortText(64),
      expiresAt: column.moment(),
    },
    index: { ix_certificate_challenge_expires: ['expiresAt'] },
  },
]);
