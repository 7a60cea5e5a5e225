import { addColumns, column } from '../database/table';

/** Who leads a panel, and the votes of its members. */
export const PanelLeader0102 = addColumns('PanelLeader1767225600102', {
  evaluation: { leaderSeat: column.whole(), leaderTies: column.whole() },
  judge: { votedFor: column.whole() },
});
