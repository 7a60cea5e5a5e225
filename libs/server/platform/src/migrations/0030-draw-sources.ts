import { addColumns, column } from '../database/table';

/** The source of a draw, its last randomness, and the signatures under a throw of dice and under a void. */
export const DrawSources0030 = addColumns('DrawSources1767225600030', {
  draw: {
    source: column.json(),
    final: column.json(),
    symbols: column.longText(),
    lockedAt: column.moment(),
    voidAsked: column.json(),
  },
  draw_party: { throwSig: column.json(), voidSig: column.json() },
});
