import { column, createTables, nullable } from '../database/table';

/** Evaluation panels, who is behind their drawn numbers (sealed), and the invitations. */
export const Panel0022 = createTables('Panel1767225600022', [
  {
    name: 'panel',
    columns: {
      id: column.key(),
      tenderId: column.ref(),
      state: column.shortText(12),
      total: column.whole(),
      tenderer: column.whole(),
      seats: column.json(),
      meetingAt: column.moment(),
      place: column.shortText(120),
      excluded: nullable(column.longText()),
      requestedAt: column.moment(),
      formedAt: nullable(column.moment()),
    },
    unique: { uq_panel_tender: ['tenderId'] },
    index: { ix_panel_state: ['state', 'requestedAt'] },
  },
  {
    name: 'panel_identity',
    columns: {
      id: column.key(),
      panelId: column.ref(),
      row: column.whole(),
      sealed: column.longText(),
    },
    unique: { uq_panel_identity_row: ['panelId', 'row'] },
  },
  {
    name: 'invitation',
    columns: {
      id: column.key(),
      panelId: column.ref(),
      seat: column.whole(),
      row: column.whole(),
      stratum: column.shortText(32),
      via: column.shortText(32),
      state: column.shortText(12),
      evidence: nullable(column.longText()),
      invitedAt: column.moment(),
      respondBy: column.moment(),
      answeredAt: nullable(column.moment()),
      checkedInAt: nullable(column.moment()),
    },
    unique: { uq_invitation_panel_row: ['panelId', 'row'] },
    index: { ix_invitation_state: ['state'] },
  },
]);
