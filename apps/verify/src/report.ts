import type { BundleReport, BundleResult, BundleWarning } from '@core/bundle';
import { COUNT_TEXTS, STEP_TEXTS } from './step-texts';
import { CODE_TEXTS, SENTENCES, type Language } from './texts';

function codeText(code: string, language: Language): string {
  const known = CODE_TEXTS[code] ?? CODE_TEXTS[code.split(':')[0] ?? ''];
  const tail = code.includes(':') ? ` (${code.slice(code.indexOf(':') + 1)})` : '';
  return known ? `${known[language]}${tail}` : code;
}

function detailText(detail: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(detail).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return parts.length > 0 ? `  [${parts.join(' ')}]` : '';
}

/** The last second that four digits of a year can tell; a witness may claim any. */
const LAST_YEAR = 253_402_300_799;

function timeText(seconds: number | null): string {
  if (seconds === null) return '–';
  if (seconds > LAST_YEAR) return `1970 + ${seconds} s`;
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

function stepLines(report: BundleReport, language: Language): string[] {
  return report.steps.map(({ step, counts }) => {
    const numbers = Object.entries(counts)
      .map(([name, count]) => `${COUNT_TEXTS[name]?.[language] ?? name} ${count}`)
      .join(language === 'zh' ? '，' : ', ');
    return `  ✓ ${STEP_TEXTS[step][language]}: ${numbers}`;
  });
}

function contentLines(report: BundleReport): string[] {
  return report.envelopes.map(({ bid, bidder, env, verdict, by, sheet }) => {
    const said = sheet === null ? '' : ` ${JSON.stringify(sheet)}`;
    return `  ${bid} ${bidder} ${env}: ${verdict}${by ? ` (${by})` : ''}${said}`;
  });
}

function drawLines(report: BundleReport): string[] {
  return report.draws.map((draw) => {
    const seats = draw.values ?? draw.panel?.map((seat) => `${seat.stratum}#${seat.row}`) ?? [];
    return `  ${draw.drawId} [${draw.source}] ${draw.status}: ${seats.join(', ')}`;
  });
}

function warningLines(warnings: readonly BundleWarning[], language: Language): string[] {
  return warnings.map(({ code, detail }) => `  ! ${codeText(code, language)}${detailText(detail)}`);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines] : [];
}

/** The report for people. Its first line says so when the data is a demo's. */
export function humanReport(result: BundleResult, language: Language): string {
  const say = (name: keyof typeof SENTENCES): string => SENTENCES[name][language];
  if (!result.ok) {
    const { step, reason, detail } = result;
    const what = `${STEP_TEXTS[step][language]} – ${codeText(reason, language)}`;
    return `✗ ${say('refused')}: ${what}${detailText(detail)}\n  (${step}: ${reason})`;
  }
  const { report } = result;
  const { origin, size, root, witnesses, quorum, from, to } = report.log;
  return [
    ...(report.demo ? [say('demo')] : []),
    `✓ ${say(report.complete ? 'accepted' : 'acceptedSoFar')}: ${say('tender')} ${report.scope}`,
    `  ${say('log')}: ${origin}, ${size}, ${root}`,
    `  ${say('witnesses')}: ${quorum}/${witnesses.length} – ${witnesses.join(', ')}`,
    `  ${say('period')}: ${timeText(from)} – ${timeText(to)}`,
    '',
    ...stepLines(report, language),
    ...section(say('contents'), contentLines(report)),
    ...section(say('draws'), drawLines(report)),
    ...section(say('warnings'), warningLines(report.warnings, language)),
    '',
    say('claim'),
  ].join('\n');
}
