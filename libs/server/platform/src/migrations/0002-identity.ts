import { column, createTables, nullable } from '../database/table';

/** People, organisations, roles, sessions. */
export const Identity0002 = createTables('Identity1767225600002', [
  {
    name: 'person',
    columns: {
      id: column.key(),
      username: column.shortText(60),
      name: column.personal(),
      passwordHash: column.shortText(200),
      totpSecret: nullable(column.personal()),
      totpSince: nullable(column.moment()),
      totpStep: column.bigWhole(),
      failures: column.whole(),
      lockedUntil: nullable(column.moment()),
      disabledAt: nullable(column.moment()),
      createdAt: column.moment(),
    },
    unique: { uq_person_username: ['username'] },
  },
  {
    name: 'organisation',
    columns: {
      id: column.key(),
      parentId: nullable(column.ref()),
      kind: column.shortText(20),
      name: column.shortText(120),
      creditCode: nullable(column.shortText(18)),
      createdAt: column.moment(),
    },
    index: { ix_organisation_parent: ['parentId'] },
  },
  {
    name: 'membership',
    columns: {
      id: column.key(),
      personId: column.ref(),
      organisationId: column.ref(),
      role: column.shortText(20),
      createdAt: column.moment(),
    },
    unique: {
      uq_membership_person_organisation_role: ['personId', 'organisationId', 'role'],
    },
  },
  {
    name: 'session',
    columns: {
      id: column.key(),
      personId: column.ref(),
      membershipId: nullable(column.ref()),
      nonce: column.shortText(64),
      generation: column.whole(),
      rotatedAt: column.moment(),
      device: column.shortText(200),
      address: column.shortText(64),
      secondFactor: column.whole(),
      createdAt: column.moment(),
      expiresAt: column.moment(),
      revokedAt: nullable(column.moment()),
    },
    index: { ix_session_person: ['personId'] },
  },
]);
