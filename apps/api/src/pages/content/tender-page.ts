import { planLines } from '@core/evaluation';
import type { Fen, Instant } from '@core/kernel';
import type { NoticeView, PublicTenderView } from '../../portal/portal.view';
import { html, type Markup } from '../frame/html';
import { beijing, nameOf, stateName } from '../frame/names';
import { inLanguage, type ReadingPage } from '../frame/shell';
import { wordsOf, type Language, type Words } from '../frame/words';
import { yuan } from './amount';

/** Candidates, awards and answers of one tender, as they are published beside it. */
export interface TenderResults {
  readonly candidates: readonly {
    lot: number;
    rank: number;
    name: string;
    price: Fen | null;
    passedOverAt: Instant | null;
  }[];
  readonly awards: readonly { lot: number; name: string; price: Fen | null }[];
  readonly questions: readonly { id: string; text: string; answer: string | null }[];
  readonly recordUrl: string;
}

function facts(pairs: readonly (readonly [string, Markup | string])[]): Markup {
  return html`<dl class="facts">
    ${pairs.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

/** Where a notice stands in the time-line; the call itself, and kinds of the future, stand with the first stage. */
const STAGE_OF_NOTICE: Readonly<Record<string, string>> = {
  clarification_notice: 'bidding',
  suspension_notice: 'bidding',
  resumption_notice: 'bidding',
  opening_record: 'opening',
  failed_notice: 'opening',
  lot_failed_notice: 'opening',
  candidates_notice: 'publicity',
  admission_notice: 'publicity',
  result_changed_notice: 'publicity',
  complaint_notice: 'publicity',
  award_notice: 'award',
  contract_notice: 'award',
  contract_change_notice: 'award',
  acceptance_notice: 'award',
};

/** Everything in one line: each stage, and under it what was published in it. */
function timeline(language: Language, { stages, notices: all }: PublicTenderView): Markup {
  const words = wordsOf(language);
  const known = stages.map(({ stage }) => stage);
  const placeOf = ({ kind, facts }: NoticeView): string | undefined => {
    // A lot fails at its opening for want of bidders, or later because nobody of those evaluated can be chosen.
    const wanted =
      facts.withoutCandidate === true ? 'publicity' : (STAGE_OF_NOTICE[kind] ?? 'notice');
    return known.includes(wanted) ? wanted : known[0];
  };
  return html`<section class="card card__body">
    <h2>${words.timeline}</h2>
    <ol class="reading__steps">
      ${stages.map((one) => {
        const published = all.filter((notice) => placeOf(notice) === one.stage);
        return html`<li ${one.state === 'now' ? html`aria-current="step"` : null}>
          <b>${nameOf(language, 'stage', one.stage)}</b>
          ${nameOf(language, 'progress', one.state)}
          ${one.at === null ? null : html`<time datetime="${one.at}">${beijing(one.at)}</time>`}
          ${
            published.length === 0
              ? null
              : html`<ul>
                  ${published.map(
                    ({ id, title, publishedAt }) =>
                      html`<li>
                        <a href="#${id}">${title}</a>
                        <time datetime="${publishedAt}">${beijing(publishedAt)}</time>
                      </li>`,
                  )}
                </ul>`
          }
        </li>`;
      })}
    </ol>
  </section>`;
}

/** A file to download; only its title where it is for those who signed up: without an account there is no link to it. */
function fileLink(
  { id, documentsGate }: PublicTenderView,
  document: PublicTenderView['documents'][number],
): Markup {
  if (documentsGate !== null) return html`<b>${document.title}</b>`;
  return html`<a href="/api/public/tenders/${id}/documents/${document.id}/file" download
    >${document.title}</a
  >`;
}

/** Who may take the files, with the rule where that is not everybody. */
function documentTerms(language: Language, { documentsGate }: PublicTenderView): Markup {
  const words = wordsOf(language);
  if (documentsGate === null) return html`<p class="muted">${words.documentsFree}</p>`;
  const said = language === 'en' ? documentsGate.en : documentsGate.zh;
  return html`<p>
    ${words.documentsGated}<br /><span class="muted"
      >${words.basis} <span lang="zh-CN">${documentsGate.citation}</span> · ${said}</span
    >
  </p>`;
}

function documents(language: Language, tender: PublicTenderView): Markup {
  const words = wordsOf(language);
  return html`<section class="card card__body">
    <h2>${words.documents}</h2>
    ${documentTerms(language, tender)}
    ${
      tender.documents.length === 0
        ? html`<p>${words.noDocuments}</p>`
        : html`<ul>
            ${tender.documents.map(
              (one) =>
                html`<li>
                  ${fileLink(tender, one)}
                  <span class="muted">${one.name}</span><br />
                  <span class="reading__digest">${words.fingerprint} ${one.sha256}</span>
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

function notices(language: Language, tender: PublicTenderView): Markup {
  const words = wordsOf(language);
  return html`<h2>${words.notices}</h2>
    ${tender.notices.map(
      (one) =>
        html`<article class="card card__body" id="${one.id}">
          <h3>${one.title}</h3>
          <p class="muted">
            <time datetime="${one.publishedAt}">${beijing(one.publishedAt)}</time>
          </p>
          ${one.text === '' ? null : html`<div class="reading__text">${one.text}</div>`}
          ${one.hasFile ? html`<p><a href="/api/public/notices/${tender.id}/${one.id}/file">${words.openPdf}</a></p>` : null}
        </article>`,
    )}`;
}

function results(
  language: Language,
  tender: PublicTenderView,
  parts: TenderResults,
): Markup | null {
  const words = wordsOf(language);
  const { candidates, awards } = parts;
  if (candidates.length === 0) return null;
  const isDivided = tender.lots.length > 1;
  return html`<section class="card card__body">
    <h2>${words.result}</h2>
    ${awards.map(
      (one) =>
        html`<p>
          <b>${words.awarded}${isDivided ? html`（${words.lot} ${one.lot}）` : null}</b> ${one.name}
          ${yuan(words, one.price, '')}
        </p>`,
    )}
    <h3>${words.candidates}</h3>
    <table>
      <thead>
        <tr>
          ${isDivided ? html`<th scope="col">${words.lot}</th>` : null}
          <th scope="col">${words.rank}</th>
          <th scope="col">${words.name}</th>
          <th scope="col">${words.price}</th>
        </tr>
      </thead>
      <tbody>
        ${candidates.map(
          (one) =>
            html`<tr>
              ${isDivided ? html`<td data-label="${words.lot}">${one.lot}</td>` : null}
              <td data-label="${words.rank}">${tender.plan.apart ? words.unranked : one.rank}</td>
              <td data-label="${words.name}">
                ${one.name}${one.passedOverAt === null ? null : html`（${words.passedOver}）`}
              </td>
              <td data-label="${words.price}" class="reading__number">
                ${yuan(words, one.price, '')}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function lots(language: Language, tender: PublicTenderView): Markup | null {
  const words = wordsOf(language);
  if (tender.lots.length < 2) return null;
  return html`<section class="card card__body">
    <h2>${words.lots}</h2>
    <ol>
      ${tender.lots.map((one) => html`<li>${one.title} · ${yuan(words, one.ceilingFen)}</li>`)}
    </ol>
  </section>`;
}

function questions(language: Language, parts: TenderResults): Markup | null {
  const words = wordsOf(language);
  if (parts.questions.length === 0) return null;
  return html`<section class="card card__body">
    <h2>${words.questions}</h2>
    ${parts.questions.map(
      (one) =>
        html`<dl class="facts" id="${one.id}">
          <dt>${words.question}</dt>
          <dd class="reading__text">${one.text}</dd>
          <dt>${words.answer}</dt>
          <dd class="reading__text">${one.answer}</dd>
        </dl>`,
    )}
  </section>`;
}

/** Base prices, for reference only; before the opening it is known only that there is one. */
function basePrices(
  words: Words,
  { basePrices: sealed, lots: all }: PublicTenderView,
): [string, string][] {
  return sealed.map(({ lot, priceFen }) => [
    all.length > 1 ? `${words.basePrice} ${lot}` : words.basePrice,
    yuan(words, priceFen, words.basePriceShut),
  ]);
}

/** What a lottery or an invitation rests on. */
function methodBasis(words: Words, { basis }: PublicTenderView): [string, string][] {
  if (basis === null) return [];
  const said = basis.fairCompetitionReview ?? basis.condition ?? '';
  return [[words.basis, `${basis.documentNumber} · ${said} · SHA-256 ${basis.sha256}`]];
}

/** One tender: what it is, where it stands, its files, everything published about it. */
export function tenderPage(
  language: Language,
  tender: PublicTenderView,
  parts: TenderResults,
): ReadingPage {
  const words = wordsOf(language);
  const { title, code, tendererName, category, region, method, regime } = tender;
  const place = `${nameOf(language, 'category', category)} · ${region}`;
  const other = (id: string | null, label: string): Markup | null =>
    id === null
      ? null
      : html`<p>${label}<a href="${inLanguage(`/tenders/${id}`, language)}">${title}</a></p>`;
  return {
    language,
    title,
    summary: `${code} · ${tendererName} · ${place} · ${stateName(language, tender)}`,
    path: `/tenders/${tender.id}`,
    on: '/tenders',
    main: html`<h1>${title}</h1>
      ${other(tender.previousId, words.previous)}${other(tender.nextId, words.nextCall)}
      <section class="card card__body">
        ${facts([
          [words.state, stateName(language, tender)],
          [words.code, code],
          ...(tender.unifiedCode === null
            ? []
            : [[words.unifiedCode, tender.unifiedCode] as const]),
          [words.tenderer, tendererName],
          ...(tender.agencyName === null ? [] : [[words.agency, tender.agencyName] as const]),
          [words.category, place],
          [words.method, nameOf(language, 'method', method)],
          ...(method === 'lottery'
            ? []
            : [
                [
                  words.plan,
                  planLines(tender.plan, language === 'en' ? 'en' : 'zh').join(
                    language === 'en' ? '; ' : '；',
                  ),
                ] as const,
              ]),
          ...methodBasis(words, tender),
          [words.regime, nameOf(language, 'regime', regime)],
          [words.ceiling, yuan(words, tender.ceilingFen)],
          ...basePrices(words, tender),
          [words.published, beijing(tender.publishedAt)],
          [words.deadline, beijing(tender.deadline)],
          [words.opening, beijing(tender.timetable?.openAt ?? null)],
        ])}
      </section>
      ${timeline(language, tender)} ${results(language, tender, parts)} ${lots(language, tender)}
      ${documents(language, tender)} ${notices(language, tender)} ${questions(language, parts)}
      <p class="no-print"><a href="${parts.recordUrl}">${words.data}</a></p>`,
  };
}
