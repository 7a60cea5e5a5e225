import { isObject, textOf, type Json, type JsonObject } from '@core/ocds';
import { html, type Markup } from '../frame/html';
import { beijing } from '../frame/names';
import { inLanguage, type ReadingPage } from '../frame/shell';
import { wordsOf, type Language } from '../frame/words';

function object(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function objects(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}

/** `1,765,140.00 CNY`; empty where there is no amount. */
function money(value: Json | undefined): string {
  const { amount, currency } = object(value);
  if (typeof amount !== 'number') return '';
  const text = amount.toLocaleString('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return `${text} ${textOf(currency)}`;
}

function moment(value: Json | undefined): string {
  const at = Date.parse(textOf(value));
  return Number.isNaN(at) ? '' : beijing(new Date(at).toISOString());
}

function names(value: Json | undefined): string {
  return objects(value)
    .map((one) => textOf(one.name))
    .join('、');
}

/** A link, only where it leads to a page: data from elsewhere may say anything. */
function link(url: string, text: string): Markup | string {
  return /^https?:\/\//.test(url) ? html`<a href="${url}" rel="noopener">${text}</a>` : text;
}

function table(head: readonly string[], rows: readonly (readonly (Markup | string)[])[]): Markup {
  return html`<div class="reading__wide">
    <table>
      <thead>
        <tr>
          ${head.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell, at) => html`<td data-label="${head[at] ?? ''}">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function section(title: string, rows: readonly unknown[], content: () => Markup): Markup | null {
  if (rows.length === 0) return null;
  return html`<section class="card card__body">
    <h2>${title}</h2>
    ${content()}
  </section>`;
}

function facts(language: Language, compiled: JsonObject): Markup {
  const words = wordsOf(language);
  const tender = object(compiled.tender);
  const period = object(tender.tenderPeriod);
  const pairs: readonly (readonly [string, string])[] = [
    [words.tenderer, textOf(object(compiled.buyer).name)],
    [words.region, textOf(objects(tender.deliveryAddresses)[0]?.locality)],
    [words.method, textOf(tender.procurementMethodDetails)],
    [words.state, textOf(tender.status)],
    [words.ceiling, money(tender.value)],
    [words.published, moment(period.startDate)],
    [words.deadline, moment(period.endDate)],
  ];
  return html`<section class="card card__body">
    <dl class="facts">
      ${pairs
        .filter(([, value]) => value !== '')
        .map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      <dt>OCID</dt>
      <dd class="reading__digest">${textOf(compiled.ocid)}</dd>
    </dl>
    <p class="reading__text">${textOf(tender.description)}</p>
  </section>`;
}

/** One process as its published releases tell it, wherever they were published first. */
export function processPage(
  language: Language,
  compiled: JsonObject,
  releases: readonly JsonObject[],
): ReadingPage {
  const words = wordsOf(language);
  const tender = object(compiled.tender);
  const ocid = textOf(compiled.ocid);
  const title = textOf(tender.title) || ocid;
  const bids = objects(object(compiled.bids).details);
  const awards = objects(compiled.awards);
  const documents = objects(tender.documents);
  const questions = objects(tender.enquiries);
  return {
    language,
    standsAlone: true,
    title,
    summary: title,
    path: `/processes/${encodeURIComponent(ocid)}`,
    on: '/statistics',
    main: html`<h1>${title}</h1>
      ${facts(language, compiled)}
      ${section(words.result, awards, () =>
        table(
          [words.awarded, words.price, words.published],
          awards.map((one) => [names(one.suppliers), money(one.value), moment(one.date)]),
        ),
      )}
      ${section(words.bids, bids, () =>
        table(
          [words.name, words.price, words.rank],
          bids.map((one) => [names(one.tenderers), money(one.value), textOf(one.rank)]),
        ),
      )}
      ${section(words.documents, documents, () =>
        table(
          [words.title, words.published],
          documents.map((one) => [
            link(textOf(one.url), textOf(one.title)),
            moment(one.datePublished),
          ]),
        ),
      )}
      ${section(words.questions, questions, () =>
        table(
          [words.question, words.answer],
          questions.map((one) => [textOf(one.description), textOf(one.answer)]),
        ),
      )}
      ${section(words.timeline, releases, () =>
        table(
          [words.published, words.kind],
          releases.map((one) => [moment(one.date), ((one.tag ?? []) as string[]).join('、')]),
        ),
      )}
      <p>
        <a href="/api/ocds/records/${encodeURIComponent(ocid)}">${words.data}</a> ·
        <a href="${inLanguage('/statistics/rows', language)}">${words.behind}</a>
      </p>`,
  };
}
