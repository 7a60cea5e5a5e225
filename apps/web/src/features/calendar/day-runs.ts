/** Days that follow one another. */
export interface DayRun {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;

/** Sorted dates as runs of days that follow one another: 10-01 to 10-07 is one line, not seven. */
export function dayRuns(days: readonly string[]): readonly DayRun[] {
  const runs: { from: string; to: string }[] = [];
  for (const day of [...days].sort()) {
    const last = runs.at(-1);
    if (last && Date.parse(day) - Date.parse(last.to) === DAY) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}

/** Whether a day is in the calendar: engines read 30 February as 2 March. */
function isDay(day: string): boolean {
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

/** What somebody typed or pasted from a notice: every date in it (`2027-10-01` or `2027-10-01..2027-10-07`). */
export function datesIn(text: string): readonly string[] {
  return [
    ...text.matchAll(/(\d{4}-\d{2}-\d{2})(?:\s*(?:\.\.|至|~)\s*(\d{4}-\d{2}-\d{2}))?/g),
  ].flatMap(([, from = '', to = from]) => {
    if (!isDay(from) || !isDay(to)) return to === from ? [from] : [from, to];
    const days: string[] = [];
    for (let at = Date.parse(from); at <= Date.parse(to) && days.length < 366; at += DAY) {
      days.push(new Date(at).toISOString().slice(0, 10));
    }
    return days.length === 0 ? [from] : days;
  });
}
