import type { Excerpt } from '@server/search';
import type { TenderPageView } from '../../portal/portal.view';
import { html, type Markup } from '../frame/html';
import { beijing, nameOf, stateName } from '../frame/names';
import { inLanguage, type ReadingPage } from '../frame/shell';
import { wordsOf, type Language } from '../frame/words';
import { yuan } from './amount';
import { subscriptionForm } from './subscription-pages';

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
  'contracted',
  'archived',
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
