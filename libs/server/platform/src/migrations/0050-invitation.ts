import { column, createTables, nullable } from '../database/table';

/** Invited tenders: who is invited, and the draw from a list. */
export const Invitation0050 = createTables('Invitation1767225600050', [
  {
    name: 'invited_firm',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      enterpriseId: column.ref(),
      name: column.shortText(120),
      drawn: column.whole(),
      listedAt: column.moment(),
      invitedAt: nullable(column.moment()),
    },
    unique: { uq_invited_firm: ['tenderId', 'enterpriseId'] },
    index: { ix_invited_firm_enterprise: ['enterpriseId', 'invitedAt'] },
  },
  {
    name: 'invitation_draw',
    columns: {
      id: column.key(),
      drawId: column.ref(),
      count: column.whole(),
      firms: column.json(),
      watchers: column.json(),
      begunAt: column.moment(),
      drawnAt: nullable(column.moment()),
    },
  },
]);
