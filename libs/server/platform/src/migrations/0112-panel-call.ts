import { column, createTables, nullable } from '../database/table';

/** Calls to drawn experts, what happened in them (append-only, chained), and how often a number was dialled (sealed). */
export const PanelCall0112 = createTables('PanelCall1767225600112', [
  {
    name: 'panel_call',
    columns: {
      id: column.key(),
      panelId: column.ref(),
      invitationId: column.ref(),
      attempt: column.whole(),
      origin: column.shortText(8),
      state: column.shortText(8),
      phase: column.shortText(12),
      dueAt: column.moment(),
      gateway: nullable(column.shortText(8)),
      holder: nullable(column.ref()),
      leaseUntil: nullable(column.moment()),
      startedAt: nullable(column.moment()),
      endedAt: nullable(column.moment()),
      outcome: nullable(column.shortText(16)),
      pressed: nullable(column.shortText(1)),
    },
    unique: { uq_panel_call_attempt: ['invitationId', 'attempt'] },
    index: { ix_panel_call_due: ['state', 'dueAt'], ix_panel_call_panel: ['panelId'] },
  },
  {
    name: 'panel_call_event',
    columns: {
      id: column.key(),
      invitationId: column.ref(),
      seq: column.whole(),
      callId: column.ref(),
      attempt: column.whole(),
      type: column.shortText(12),
      what: column.shortText(20),
      key: column.shortText(1),
      ms: column.whole(),
      at: column.moment(),
      sealed: nullable(column.longText()),
      previous: column.shortText(64),
      digest: column.shortText(64),
    },
    unique: { uq_panel_call_event_seq: ['invitationId', 'seq'] },
    index: { ix_panel_call_event_call: ['callId'] },
  },
  {
    name: 'dialled_number',
    columns: {
      id: column.key(64),
      times: column.longText(),
      until: column.moment(),
    },
    index: { ix_dialled_number_until: ['until'] },
  },
]);
