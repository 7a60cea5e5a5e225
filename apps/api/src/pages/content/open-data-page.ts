import { html, type Markup } from '../frame/html';
import type { ReadingPage } from '../frame/shell';
import { wordsOf, type Language } from '../frame/words';

/** What the policy is about. */
export interface PolicyFacts {
  readonly publisher: string;
  readonly prefix: string;
  readonly licence: string;
  readonly months: readonly string[];
}

const TABLES = ['releases.jsonl', 'records.jsonl', 'main.csv', 'bids.csv', 'awards.csv'];

function chinese({ publisher, prefix, licence }: PolicyFacts): Markup {
  return html`<h1>开放数据与发布政策</h1>
    <section class="card card__body">
      <p>
        ${publisher}按《开放合同数据标准》（OCDS）1.1
        公布每个项目从公告到中标的数据。不用登录，不用密钥，任何人、任何用途都可以使用。
      </p>
      <h2>许可协议</h2>
      <p>
        数据以<a rel="license" href="${licence}">知识共享署名 4.0（CC BY 4.0）</a
        >许可使用：注明来源即可复制、修改、商用。
      </p>
      <h2>公布什么，什么时候公布</h2>
      <p>
        每一份公告、每一次抽签是一个“发布”（release），在公布的当时生成，以后不再改动；更正是新的发布。同一项目的全部发布合成一个“记录”（record）。投标人、报价在开标记录公布后才有，名次在中标候选人公示后才有，中标人在中标结果公告后才有。
      </p>
      <h2>不公布什么</h2>
      <p>
        不公布个人信息：联系人、电话、项目负责人、评标专家。不公布概算、提问者和未开标的任何投标信息。
      </p>
      <h2>编码</h2>
      <p>
        项目的 ocid 以 ${prefix} 开头，后接项目编号。企业用 CN-SAIC 加统一社会信用代码；其他单位用
        CN-USCC 加统一社会信用代码。分类用 x_sunlit，就是本站公告的类别。抽签用我们自己的<a
          href="/api/ocds/extensions/draws/extension.json"
          >扩展</a
        >。金额单位是元，时间是协调世界时。
      </p>
      <p>分标段的项目，在最后一个标段有结果以前状态是 active，先定标的标段已有 award。</p>
      <h2>接口</h2>
    </section>`;
}

function english({ publisher, prefix, licence }: PolicyFacts): Markup {
  return html`<h1>Open data and publication policy</h1>
    <section class="card card__body">
      <p>
        ${publisher} publishes every project from notice to award after the Open Contracting Data
        Standard (OCDS) 1.1. No sign-in, no key; anybody may use it for anything.
      </p>
      <h2>Licence</h2>
      <p>
        The data is licensed under
        <a rel="license" href="${licence}">Creative Commons Attribution 4.0 (CC BY 4.0)</a>: copy,
        change and sell it, naming the source.
      </p>
      <h2>What is published, and when</h2>
      <p>
        Every notice and every draw is a release, made at that moment and never changed; a
        correction is a new release. All releases of a project make a record. Bidders and prices
        appear with the opening record, ranks with the candidates, the winner with the result.
      </p>
      <h2>What is not</h2>
      <p>
        No personal data: contacts, telephone numbers, project managers, experts. No estimate,
        nobody who asked a question, nothing of a bid before its opening.
      </p>
      <h2>Codes</h2>
      <p>
        An ocid is ${prefix} and the code of the project. Companies are CN-SAIC with their unified
        social credit code, other bodies CN-USCC with theirs. Classifications under x_sunlit are the
        categories of this site. Draws use an
        <a href="/api/ocds/extensions/draws/extension.json">extension</a> of our own. Amounts are in
        yuan, times in UTC.
      </p>
      <p>
        A tender with lots is active until its last lot has a result; lots decided earlier have
        their award already.
      </p>
      <h2>Interface</h2>
    </section>`;
}

/** Licence, publication policy, and where the data is. */
export function openDataPage(language: Language, facts: PolicyFacts): ReadingPage {
  const words = wordsOf(language);
  const policy = language === 'en' ? english(facts) : chinese(facts);
  return {
    language,
    standsAlone: true,
    title: words.openData,
    summary: `${words.openData} OCDS 1.1, CC BY 4.0`,
    path: '/open-data',
    on: '/open-data',
    main: html`${policy}
      <section class="card card__body">
        <ul>
          ${[
            '/api/ocds/releases',
            '/api/ocds/records',
            '/api/ocds/changes',
            '/api/ocds/bulk',
            '/feeds/notices.atom',
            '/feeds/notices.rss',
            '/sitemap.xml',
          ].map((path) => html`<li><a href="${path}">${path}</a></li>`)}
        </ul>
        ${facts.months.map(
          (month) =>
            html`<h3>${month}</h3>
              <ul>
                ${TABLES.map(
                  (file) =>
                    html`<li><a href="/api/ocds/bulk/${month}-${file}">${month}-${file}</a></li>`,
                )}
              </ul>`,
        )}
      </section>`,
  };
}
