import { formatYuan, type Fen } from '@core/kernel';
import { GROUPINGS, type Figures, type Grouping } from '@core/statistics';
import type { KnownFact, Statistics, StatisticsFilter } from '@server/statistics';
import type { ComplaintFigures } from '@core/complaint';
import { complaintFigures } from './complaint-figures';
import { html, type Markup } from '../frame/html';
import { beijing, nameOf } from '../frame/names';
import { inLanguage, type ReadingPage } from '../frame/shell';
import { wordsOf, type Language } from '../frame/words';
import { bar } from './bar';

/** What is shown: the selection, and what it is grouped by. */
export interface StatisticsAsked {
  readonly filter: StatisticsFilter;
  readonly by: Grouping;
}

function address(path: string, asked: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined) query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** A key as people read it. */
function named(language: Language, by: Grouping, key: string): string {
  if (key === '') return wordsOf(language).notSaid;
  return by === 'category' ? nameOf(language, 'category', key) : key;
}

function headline(language: Language, { whole }: Statistics, rows: string): Markup {
  const words = wordsOf(language);
  const yuan = (amount: Fen): string => `${formatYuan(amount)} ${words.yuan}`;
  const facts: readonly (readonly [string, string])[] = [
    [words.count, String(whole.processes)],
    [words.sum, yuan(whole.sum)],
    [
      words.saved,
      whole.savedPercent === null ? words.none : `${yuan(whole.saved)}（${whole.savedPercent}%）`,
    ],
    [words.bidsEach, whole.bidsEach ?? words.none],
    [words.failedCount, String(whole.failed)],
    [words.toDeadline, daysOf(language, whole.days.noticeToDeadline)],
    [words.toCandidates, daysOf(language, whole.days.deadlineToCandidates)],
    [words.toAward, daysOf(language, whole.days.candidatesToAward)],
    [words.largest, whole.largestPercent === null ? words.none : `${whole.largestPercent}%`],
    [words.concentration, whole.concentration ?? words.none],
  ];
  return html`<section class="card card__body" aria-labelledby="figures">
    <h2 id="figures">${words.figures}</h2>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd class="reading__number">${value}</dd>`,
      )}
    </dl>
    <p><a href="${inLanguage(rows, language)}">${words.behind}</a></p>
  </section>`;
}

function daysOf(language: Language, days: string | null): string {
  const words = wordsOf(language);
  return days === null ? words.none : `${days} ${words.days}`;
}

/** What is said of no region or method cannot be asked for. */
function groupName(
  language: Language,
  { filter, by }: StatisticsAsked,
  key: string,
): Markup | string {
  const name = named(language, by, key);
  if (key === '') return name;
  const path = address('/statistics/rows', { ...filter, [by]: key });
  return html`<a href="${inLanguage(path, language)}">${name}</a>`;
}

function groupRows(language: Language, { groups }: Statistics, asked: StatisticsAsked): Markup {
  const { by } = asked;
  const words = wordsOf(language);
  const most = (of: (figures: Figures) => number): number =>
    Math.max(0, ...groups.map(({ figures }) => of(figures)));
  const [mostProcesses, mostSum] = [most((one) => one.processes), most((one) => one.sum)];
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${nameOf(language, 'by', by)}</th>
        <th scope="col">${words.count}</th>
        <th scope="col">${words.sum}</th>
        <th scope="col">${words.saved}</th>
        <th scope="col">${words.bidsEach}</th>
        <th scope="col">${words.failedCount}</th>
      </tr>
    </thead>
    <tbody>
      ${groups.map(
        ({ key, figures }) =>
          html`<tr>
            <td>${groupName(language, asked, key)}</td>
            <td data-label="${words.count}" class="reading__number">
              ${bar(figures.processes, mostProcesses)} ${figures.processes}
            </td>
            <td data-label="${words.sum}" class="reading__number">
              ${bar(figures.sum, mostSum)} ${formatYuan(figures.sum)}
            </td>
            <td data-label="${words.saved}" class="reading__number">
              ${figures.savedPercent === null ? words.none : `${figures.savedPercent}%`}
            </td>
            <td data-label="${words.bidsEach}" class="reading__number">
              ${figures.bidsEach ?? words.none}
            </td>
            <td data-label="${words.failedCount}" class="reading__number">${figures.failed}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function choices(language: Language, { filter, by }: StatisticsAsked): Markup {
  const words = wordsOf(language);
  return html`<nav class="reading__choices no-print" aria-label="${words.groupedBy}">
    ${GROUPINGS.map(
      (one) =>
        html`<a
          href="${inLanguage(address('/statistics', { ...filter, by: one }), language)}"
          ${one === by ? html`aria-current="true"` : null}
          >${nameOf(language, 'by', one)}</a
        >`,
    )}
  </nav>`;
}

function chosen(language: Language, { filter, by }: StatisticsAsked): Markup | null {
  const given = Object.entries(filter as Readonly<Record<string, string | undefined>>).flatMap(
    ([name, value]) => (value === undefined ? [] : [[name as Grouping, value] as const]),
  );
  if (given.length === 0) return null;
  return html`<p>
    ${given.map(
      ([name, value]) => `${nameOf(language, 'by', name)}：${named(language, name, value)} `,
    )}
    <a href="${inLanguage(address('/statistics', { by }), language)}">${wordsOf(language).all}</a>
  </p>`;
}

/** Statistics: the figures of a selection, by group, each a link to the rows it came from. */
export function statisticsPage(
  language: Language,
  asked: StatisticsAsked,
  statistics: Statistics,
  complaints: readonly ComplaintFigures[],
): ReadingPage {
  const words = wordsOf(language);
  const { filter, by } = asked;
  return {
    language,
    title: words.statistics,
    summary: words.statisticsWhat,
    path: address('/statistics', { ...filter, by: by === 'year' ? undefined : by }),
    on: '/statistics',
    standsAlone: true,
    main: html`<h1>${words.statistics}</h1>
      <p class="muted">${words.statisticsWhat}</p>
      ${chosen(language, asked)}
      ${headline(language, statistics, address('/statistics/rows', { ...filter }))}
      <section class="card card__body" aria-label="${words.groupedBy}">
        ${choices(language, asked)}
        <div class="reading__wide">${groupRows(language, statistics, asked)}</div>
        <p>
          <a href="${address('/api/public/statistics/figures.csv', { ...filter, by })}" download
            >${words.csv}</a
          >
        </p>
      </section>
      <section class="card card__body" aria-labelledby="suppliers">
        <h2 id="suppliers">${words.suppliers}</h2>
        ${statistics.suppliers.length === 0 ? html`<p>${words.none}</p>` : null}
        <ol class="reading__list">
          ${statistics.suppliers.map(
            (one) =>
              html`<li>
                ${one.name}
                <span class="reading__number"
                  >${bar(one.awarded, statistics.suppliers[0]?.awarded ?? 0)}
                  ${formatYuan(one.awarded)} ${words.yuan}</span
                >
              </li>`,
          )}
        </ol>
      </section>
      ${complaintFigures(language, complaints)}`,
  };
}

/** A tender of this platform has its page; what was taken in from elsewhere is read out of its releases. */
function pageOf({ tenderId, ocid }: KnownFact): string {
  return tenderId === '' ? `/processes/${encodeURIComponent(ocid)}` : `/tenders/${tenderId}`;
}

/** The processes behind a figure. */
export function statisticsRowsPage(
  language: Language,
  filter: StatisticsFilter,
  rows: readonly KnownFact[],
): ReadingPage {
  const words = wordsOf(language);
  const amount = (fen: Fen | null): string => (fen === null ? words.none : formatYuan(fen));
  return {
    language,
    title: words.behind,
    summary: words.statisticsWhat,
    path: address('/statistics/rows', { ...filter }),
    on: '/statistics',
    standsAlone: true,
    unlisted: true,
    main: html`<h1>${words.behind}</h1>
      ${chosen(language, { filter, by: 'year' })}
      <p>
        ${rows.length} ·
        <a href="${address('/api/public/statistics/rows.csv', { ...filter })}" download
          >${words.csv}</a
        >
      </p>
      <section class="card card__body" aria-label="${words.behind}">
        <div class="reading__wide">
          <table>
            <thead>
              <tr>
                <th scope="col">${words.title}</th>
                <th scope="col">${words.region}</th>
                <th scope="col">${words.method}</th>
                <th scope="col">${words.published}</th>
                <th scope="col">${words.ceiling}</th>
                <th scope="col">${words.sum}</th>
                <th scope="col">${words.bids}</th>
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                (one) =>
                  html`<tr>
                    <td>
                      <a href="${inLanguage(pageOf(one), language)}">${one.title}</a><br /><a
                        class="reading__digest"
                        href="/api/ocds/records/${encodeURIComponent(one.ocid)}"
                        >${one.ocid}</a
                      >
                    </td>
                    <td data-label="${words.region}">${one.region}</td>
                    <td data-label="${words.method}">${one.method}</td>
                    <td data-label="${words.published}" class="reading__number">
                      ${one.noticeAt === null ? '' : beijing(new Date(one.noticeAt).toISOString())}
                    </td>
                    <td data-label="${words.ceiling}" class="reading__number">
                      ${amount(one.ceiling)}
                    </td>
                    <td data-label="${words.sum}" class="reading__number">
                      ${amount(one.awarded)}
                    </td>
                    <td data-label="${words.bids}" class="reading__number">
                      ${one.bids ?? words.none}
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </section>`,
  };
}
