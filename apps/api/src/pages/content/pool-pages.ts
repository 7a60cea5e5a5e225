import { fenFromWire, formatYuan } from '@core/kernel';
import type { PoolFairnessView } from '../../contractor-pool/fairness.view';
import type { PoolMemberView, PoolTermsView, PoolView } from '../../contractor-pool/pool.view';
import { html, type Markup } from '../frame/html';
import { beijing, nameOf } from '../frame/names';
import { inLanguage, type ReadingPage } from '../frame/shell';
import { wordsOf, type Language } from '../frame/words';
import { bar } from './bar';
import { poolWords } from './pool-words';

const day = (instant: string | null): string => beijing(instant).slice(0, 10);
/** A period that ends at midnight is said by its last day. */
const lastDay = (until: string | null): string =>
  until === null ? '' : day(new Date(Date.parse(until) - 1).toISOString());

/** All pools of the county. */
export function poolListPage(language: Language, pools: readonly PoolView[]): ReadingPage {
  const words = poolWords(language);
  return {
    language,
    title: words.pools,
    summary: words.poolsWhat,
    path: '/pools',
    on: '/pools',
    standsAlone: true,
    main: html`<h1>${words.pools}</h1>
      <p class="muted">${words.poolsWhat}</p>
      <section class="card card__body" aria-label="${words.pools}">
        <table>
          <thead>
            <tr>
              <th scope="col">${words.pools}</th>
              <th scope="col">${words.trade}</th>
              <th scope="col">${words.memberCount}</th>
              <th scope="col">${words.publishing}</th>
              <th scope="col">${words.since}</th>
            </tr>
          </thead>
          <tbody>
            ${pools.map(
              (pool) =>
                html`<tr>
                  <td><a href="${inLanguage(`/pools/${pool.id}`, language)}">${pool.name}</a></td>
                  <td data-label="${words.trade}">${nameOf(language, 'category', pool.trade)}</td>
                  <td data-label="${words.memberCount}" class="reading__number">
                    ${pool.members.length}
                  </td>
                  <td data-label="${words.publishing}" class="reading__number">
                    ${pool.inPublication.length}
                  </td>
                  <td data-label="${words.since}" class="reading__number">${day(pool.openedAt)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
        ${pools.length === 0 ? html`<p>${words.none}</p>` : null}
      </section>
      <p><a href="/work/pools">${words.apply}</a></p>`,
  };
}

function yuan(language: Language, fenText: string | null): string {
  const read = fenText === null ? null : fenFromWire(fenText);
  return read?.ok === true
    ? `${formatYuan(read.value)} ${wordsOf(language).yuan}`
    : poolWords(language).anySum;
}

const licence = (one: { readonly type: string; readonly grade: string | null }): string =>
  [one.type, one.grade ?? ''].join(' ').trim();

function termsPart(language: Language, terms: PoolTermsView): Markup {
  const words = poolWords(language);
  const facts: readonly (readonly [string, string])[] = [
    [words.everybody, terms.licences.map(licence).join('、') || words.none],
    [words.publicityDays, String(terms.publicityDays)],
    [words.reviewMonths, String(terms.reviewMonths)],
    [words.coolOffMonths, String(terms.coolOffMonths)],
    [words.mostUnfinished, String(terms.mostUnfinished ?? words.noLimit)],
  ];
  return html`<section class="card card__body" aria-labelledby="terms">
    <h2 id="terms">${words.terms}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${words.tier}</th>
          <th scope="col">${words.licence}</th>
          <th scope="col">${words.upTo}</th>
        </tr>
      </thead>
      <tbody>
        ${terms.tiers.map(
          (tier) =>
            html`<tr>
              <td>${tier.name}</td>
              <td data-label="${words.licence}">
                ${tier.qualification ? licence(tier.qualification) : words.anyLicence}
              </td>
              <td data-label="${words.upTo}" class="reading__number">
                ${yuan(language, tier.upToFen)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  </section>`;
}

function firms(
  language: Language,
  pool: PoolView,
  rows: readonly PoolMemberView[],
  column: string,
  cell: (one: PoolMemberView) => string,
): Markup {
  const words = poolWords(language);
  const tiers = new Map(pool.terms.tiers.map(({ key, name }) => [key, name]));
  if (rows.length === 0) return html`<p>${words.noMembers}</p>`;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${wordsOf(language).name}</th>
        <th scope="col">${words.tier}</th>
        <th scope="col">${column}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (one) =>
          html`<tr>
            <td>
              <a href="${inLanguage(`/enterprises/${one.creditCode}`, language)}">${one.name}</a>
            </td>
            <td data-label="${words.tier}">${tiers.get(one.tier ?? '') ?? ''}</td>
            <td data-label="${column}" class="reading__number">${cell(one)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function standing(language: Language, one: PoolMemberView): string {
  const words = poolWords(language);
  if (one.state === 'suspended') {
    return `${words.suspendedUntil} ${lastDay(one.suspendedUntil) || words.none}`;
  }
  return `${words.admittedAt} ${day(one.admittedAt)} · ${words.reviewDue} ${lastDay(one.reviewDueAt)}`;
}

/** The years in which something was drawn, the latest first. */
function yearsOf(lotteries: PoolFairnessView['lotteries']): readonly string[] {
  return [...new Set(lotteries.map(({ date }) => date.slice(0, 4)))].sort().reverse();
}

function fairnessPart(language: Language, pool: PoolView, fairness: PoolFairnessView): Markup {
  const words = poolWords(language);
  const { test, shares, concentration, lotteries, year } = fairness;
  const most = Math.max(0, ...shares.map(({ won, expected }) => Math.max(won, expected)));
  const line =
    test === null
      ? words.noTest
      : words.testLine
          .replace('{statistic}', String(test.statistic))
          .replace('{degrees}', String(test.degrees))
          .replace('{p}', String(test.p));
  const query = year === null ? '' : `?year=${year}`;
  return html`<section class="card card__body" aria-labelledby="fairness">
    <h2 id="fairness">${words.fairness}${year === null ? '' : ` ${year}`}</h2>
    <p class="muted">${words.fairnessWhat}</p>
    <dl class="facts">
      <dt>${words.draws}</dt>
      <dd class="reading__number">${fairness.draws}</dd>
      <dt>${words.test}</dt>
      <dd>
        ${line}${test !== null && !test.isLongEnough ? html` <span class="muted">${words.tooShort}</span>` : null}
      </dd>
      <dt>${words.concentration}</dt>
      <dd class="reading__number">${concentration ?? words.none}</dd>
    </dl>
    ${
      shares.length === 0
        ? null
        : html`<div class="reading__wide">
            <table>
              <thead>
                <tr>
                  <th scope="col">${wordsOf(language).name}</th>
                  <th scope="col">${words.entered}</th>
                  <th scope="col">${words.won}</th>
                  <th scope="col">${words.expected}</th>
                  <th scope="col">${words.tail}</th>
                </tr>
              </thead>
              <tbody>
                ${shares.map(
                  (one) =>
                    html`<tr>
                      <td>
                        <a href="${inLanguage(`/enterprises/${one.creditCode}`, language)}"
                          >${one.name}</a
                        >
                      </td>
                      <td data-label="${words.entered}" class="reading__number">${one.entered}</td>
                      <td data-label="${words.won}" class="reading__number">
                        ${bar(one.won, most)} ${one.won}
                      </td>
                      <td data-label="${words.expected}" class="reading__number">
                        ${bar(one.expected, most)} ${one.expected}
                      </td>
                      <td data-label="${words.tail}" class="reading__number">${one.tail}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
    ${
      lotteries.length === 0
        ? null
        : html`<h3>${words.lotteries}</h3>
            <table>
              <thead>
                <tr>
                  <th scope="col">${words.date}</th>
                  <th scope="col">${wordsOf(language).title}</th>
                  <th scope="col">${words.entrants}</th>
                  <th scope="col">${words.winner}</th>
                </tr>
              </thead>
              <tbody>
                ${lotteries.map(
                  (one) =>
                    html`<tr>
                      <td class="reading__number">${one.date}</td>
                      <td data-label="${wordsOf(language).title}">
                        <a href="${inLanguage(`/tenders/${one.tenderId}`, language)}"
                          >${one.code} ${one.title}</a
                        >
                      </td>
                      <td data-label="${words.entrants}" class="reading__number">
                        ${one.entrants}
                      </td>
                      <td data-label="${words.winner}">${one.winner}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
    }
    <p>
      <a href="/api/public/pools/${pool.id}/draws.csv${query}" download>${words.rows}</a>
      ${
        year === null
          ? yearsOf(lotteries).map(
              (one) =>
                html` ·
                  <a href="${inLanguage(`/pools/${pool.id}?year=${one}`, language)}"
                    >${words.yearReport.replace('{year}', one)}</a
                  >`,
            )
          : html` ·
              <a href="${inLanguage(`/pools/${pool.id}`, language)}">${words.allYears}</a>`
      }
    </p>
  </section>`;
}

/** One pool: its terms, members, decisions, and how its lotteries have fallen. */
export function poolPage(
  language: Language,
  pool: PoolView,
  fairness: PoolFairnessView,
): ReadingPage {
  const words = poolWords(language);
  const { year } = fairness;
  return {
    language,
    title: pool.name,
    summary: `${pool.name}：${pool.notice}`.slice(0, 160),
    path: year === null ? `/pools/${pool.id}` : `/pools/${pool.id}?year=${year}`,
    on: '/pools',
    standsAlone: true,
    main: html`<h1>${pool.name}</h1>
      <p>${pool.notice}</p>
      <dl class="facts">
        <dt>${words.trade}</dt>
        <dd>${nameOf(language, 'category', pool.trade)}</dd>
        <dt>${words.since}</dt>
        <dd>${day(pool.openedAt)}</dd>
        <dt>${words.basis}</dt>
        <dd>${pool.basis ?? words.none}</dd>
      </dl>
      <p><a href="/work/pools">${words.apply}</a></p>
      ${termsPart(language, pool.terms)}
      <section class="card card__body" aria-labelledby="members">
        <h2 id="members">${words.members}（${pool.members.length}）</h2>
        ${firms(language, pool, pool.members, words.admittedAt, (one) => standing(language, one))}
      </section>
      <section class="card card__body" aria-labelledby="publishing">
        <h2 id="publishing">${words.publishing}（${pool.inPublication.length}）</h2>
        <p class="muted">${words.object}</p>
        ${firms(language, pool, pool.inPublication, words.publicityUntil, (one) =>
          lastDay(one.publicityUntil),
        )}
      </section>
      ${
        pool.decisions.length === 0
          ? null
          : html`<section class="card card__body" aria-labelledby="decisions">
              <h2 id="decisions">${words.decisions}</h2>
              <ul>
                ${pool.decisions.map(
                  (one) =>
                    html`<li>
                      ${day(one.at)} ${one.name}：${nameOf(language, 'poolStep', one.step)}
                      ${one.ground === null ? '' : `（${nameOf(language, 'poolGround', one.ground)}）`}
                      ${one.text} ${one.authority} ${one.number}
                    </li>`,
                )}
              </ul>
            </section>`
      }
      ${fairnessPart(language, pool, fairness)}`,
  };
}
