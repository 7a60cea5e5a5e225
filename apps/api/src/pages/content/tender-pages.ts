import { formatYuan, type Fen } from '@core/kernel';
import type { TenderPageView, PublicTenderView } from '../../portal/portal.view';
import type { Excerpt } from '@server/search';
import { html, type Markup } from '../frame/html';
import { subscriptionForm } from './subscription-pages';
import { inLanguage, type ReadingPage } from '../frame/shell';
import { beijing, nameOf, stateName, wordsOf, type Language, type Words } from '../frame/words';

/** Candidates, awards and answers of one tender, as they are published beside it. */
export interface TenderResults {
  readonly candidates: readonly { lot: number; rank: number; name: string; price: Fen | null }[];
  readonly awards: readonly { lot: number; name: string; price: Fen | null }[];
  readonly questions: readonly { id: string; text: string; answer: string | null }[];
  readonly recordUrl: string;
}

/** An amount of fen as read by people; `none` where there is no amount. */
function yuan(words: Words, fen: Fen | string | null, none = words.none): string {
  return fen === null ? none : `${formatYuan(Number(fen) as Fen)} ${words.yuan}`;
}

const CATEGORIES = [
  'works',
  'goods',
  'services',
  'procurement',
  'framework',
  'pool',
  'rural',
  'agro',
];
const STATES = [
  'published',
  'opening',
  'evaluation',
  'publicity',
  'awarded',
  'failed',
  'terminated',
];
const KINDS = ['works', 'goods', 'services'];

/** A page of the list, and where the words that were looked for stand. */
export interface TenderList extends TenderPageView {
  readonly excerpts: ReadonlyMap<string, Excerpt>;
  /** The search as it can be saved; null where the site sends no mail. */
  readonly saved: Readonly<Record<string, string>> | null;
}

/** The filters as they stand in the address. */
export type Filters = Readonly<Record<string, string | undefined>>;

function choice(
  language: Language,
  name: string,
  label: string,
  codes: readonly string[],
  chosen: string | undefined,
): Markup {
  const words = wordsOf(language);
  return html`<label
    >${label}
    <select name="${name}">
      <option value="">${words.all}</option>
      ${codes.map(
        (code) =>
          html`<option value="${code}" ${code === chosen ? html`selected` : null}>
            ${nameOf(language, name, code)}
          </option>`,
      )}
    </select></label
  >`;
}

function isNarrowed({ q: _, ...others }: Filters): boolean {
  return Object.values(others).some(Boolean);
}

function filters(language: Language, asked: Filters): Markup {
  const words = wordsOf(language);
  const field = (name: string, label: string, type: string): Markup =>
    html`<label
      >${label}<input
        type="${type}"
        name="${name}"
        value="${asked[name] ?? ''}"
        ${type === 'search' ? html`maxlength="60"` : null}
    /></label>`;
  return html`<form
    class="card card__body reading__filters no-print"
    method="get"
    action="/tenders"
    role="search"
  >
    ${language === 'en' ? html`<input type="hidden" name="lang" value="en" />` : null}
    ${field('q', words.query, 'search')}
    <button type="submit">${words.search}</button>
    <details class="reading__more" ${isNarrowed(asked) ? html`open` : null}>
      <summary>${words.narrow}</summary>
      <div class="reading__filters">
        ${choice(language, 'kind', words.kind, KINDS, asked.kind)}
        ${choice(language, 'category', words.category, CATEGORIES, asked.category)}
        ${choice(language, 'state', words.state, STATES, asked.state)}
        ${field('region', words.region, 'text')} ${field('atLeastYuan', words.atLeast, 'number')}
        ${field('atMostYuan', words.atMost, 'number')} ${field('from', words.from, 'date')}
        ${field('to', words.to, 'date')}
      </div>
    </details>
  </form>`;
}

function excerpt(found: Excerpt | undefined): Markup | null {
  if (found === undefined) return null;
  return html`<p class="muted reading__excerpt">
    ${found.before}<mark>${found.found}</mark>${found.after}
  </p>`;
}

function rows(language: Language, { items, excerpts }: TenderList): Markup {
  const words = wordsOf(language);
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${words.title}</th>
        <th scope="col">${words.tenderer}</th>
        <th scope="col">${words.category}</th>
        <th scope="col">${words.state}</th>
        <th scope="col">${words.ceiling}</th>
        <th scope="col">${words.published}</th>
        <th scope="col">${words.deadline}</th>
      </tr>
    </thead>
    <tbody>
      ${items.map(
        (one) =>
          html`<tr>
            <td>
              <a href="${inLanguage(`/tenders/${one.id}`, language)}">${one.title}</a><br /><span
                class="reading__digest"
                >${one.code}</span
              >${excerpt(excerpts.get(one.id))}
            </td>
            <td data-label="${words.tenderer}">${one.tendererName}</td>
            <td data-label="${words.category}">
              ${nameOf(language, 'category', one.category)} · ${one.region}
            </td>
            <td data-label="${words.state}">${stateName(language, one)}</td>
            <td data-label="${words.ceiling}" class="reading__number">
              ${yuan(words, one.ceilingFen)}
            </td>
            <td data-label="${words.published}" class="reading__number">
              ${beijing(one.publishedAt)}
            </td>
            <td data-label="${words.deadline}" class="reading__number">${beijing(one.deadline)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function address(asked: Filters, cursor?: string | null): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  if (cursor) query.set('cursor', cursor);
  const text = query.toString();
  return text === '' ? '/tenders' : `/tenders?${text}`;
}

/** The list of notices. `asked` are the filters as typed, without language and cursor. */
export function tenderListPage(
  language: Language,
  asked: Filters,
  cursor: string | undefined,
  page: TenderList,
): ReadingPage {
  const words = wordsOf(language);
  const isFiltered = Object.values(asked).some(Boolean);
  return {
    language,
    title: words.tenders,
    summary: words.summary,
    path: address(asked, cursor),
    on: '/tenders',
    unlisted: isFiltered || cursor !== undefined,
    main: html`<h1>${words.tenders}</h1>
      <p class="muted no-print">${words.queryHint}</p>
      ${filters(language, asked)}
      <section class="card card__body" aria-label="${words.tenders}">
        ${page.items.length === 0 ? html`<p>${words.empty}</p>` : html`<div class="reading__wide">${rows(language, page)}</div>`}
      </section>
      ${page.next === null ? null : html`<p class="no-print"><a rel="next" href="${inLanguage(address(asked, page.next), language)}">${words.next}</a></p>`}
      ${page.saved === null ? null : subscriptionForm(language, page.saved)}`,
  };
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

function timeline(language: Language, tender: PublicTenderView): Markup {
  const words = wordsOf(language);
  return html`<section class="card card__body">
    <h2>${words.timeline}</h2>
    <ol class="reading__steps">
      ${tender.stages.map(
        (one) =>
          html`<li ${one.state === 'now' ? html`aria-current="step"` : null}>
            <b>${nameOf(language, 'stage', one.stage)}</b>
            ${nameOf(language, 'progress', one.state)}
            ${one.at === null ? null : html`<time datetime="${one.at}">${beijing(one.at)}</time>`}
          </li>`,
      )}
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
              <td data-label="${words.rank}">${one.rank}</td>
              <td data-label="${words.name}">${one.name}</td>
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
          [words.tenderer, tendererName],
          [words.category, place],
          [words.method, nameOf(language, 'method', method)],
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
