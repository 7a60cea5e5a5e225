import Database from 'better-sqlite3';
import { join } from 'node:path';
import { MINUTE } from '@core/kernel';
import { LegalClock, UnitOfWork } from '@server/platform';
import { embeddedMatch, SearchIndex, soughtIn } from '@server/search';
import { Tenders } from '@server/tender';
import { aTenderRow } from '../support/tender-row';
import { benchCounty, type BenchCounty } from './county';
import { percentile, type Comparison } from './measure';

const NOTICES = 100_000;
const IN_ONE_UNIT = 500;
const ROUNDS = 5;

const TOWNS =
  '采花 渔洋 仁和 湾潭 牛庄 傅家 长乐 五峰 石柱 白溢 栗子 红渔 沙河 桃坪 梅坪 柳林'.split(' ');
const THINGS =
  '农村道路 小学教学楼 卫生院 污水管网 水库除险 文化广场 安防护栏 电影院改造 茶园水利 养老院'.split(
    ' ',
  );
const WORKS = '硬化工程 改造工程 采购 维修项目 设计服务 监理服务 加固工程 扩建项目'.split(' ');
const QUESTIONS = [
  '采花',
  '农村道路',
  '道路 硬化',
  '渔洋 污水管网',
  '小学教学楼改造工程',
  '监理',
  '路',
  'chncdl',
  'T2026-000',
  '第四万三千',
  '防火门四樘',
  '没有这样的项目',
];

const pick = <T>(all: readonly T[], at: number): T => all[at % all.length] as T;

function titleOf(at: number): string {
  return `${pick(TOWNS, at)}乡${pick(THINGS, Math.floor(at / 16))}${pick(WORKS, Math.floor(at / 160))}`;
}

async function fill({ app }: BenchCounty): Promise<void> {
  const [tenders, index, unit] = [app.get(Tenders), app.get(SearchIndex), app.get(UnitOfWork)];
  const now = app.get(LegalClock).now();
  for (let from = 0; from < NOTICES; from += IN_ONE_UNIT) {
    await unit.run(async () => {
      for (let at = from; at < from + IN_ONE_UNIT; at++) {
        const code = `T2026-${String(at).padStart(6, '0')}`;
        const row = aTenderRow(now, {
          title: titleOf(at),
          code,
          publishedAt: now - (NOTICES - at) * MINUTE,
        });
        await tenders.add(row);
        const more = at % 97 === 0 ? '，含B级防火门四樘' : '';
        const text = `本项目建设内容为${row.title}第${at}标段，资金已落实，具备招标条件${more}，现公开招标。`;
        await index.put(row.id, `${row.title}\n${code}\n${text}`, code);
      }
    });
  }
}

async function times(work: (question: string) => unknown): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const question of QUESTIONS) {
      const start = performance.now();
      await work(question);
      all.push(performance.now() - start);
    }
  }
  return all;
}

/** The public search over 100,000 notices, by HTTP, against the bare query on the same index; slowest of twenty. */
export async function search(): Promise<Comparison> {
  const county = await benchCounty(1);
  try {
    await fill(county);
    const database = new Database(join(county.folder, 'sunlit.sqlite'), { readonly: true });
    const bareQuery = database.prepare(
      'SELECT d.tenderId, d.text FROM search_index JOIN search_doc d ON d.doc = search_index.rowid WHERE search_index MATCH ? ORDER BY search_index.rowid DESC LIMIT 21',
    );
    const bare = await times((question) => bareQuery.all(embeddedMatch(soughtIn(question))));
    const ours = await times(async (question) => {
      const url = `${county.url}/api/public/tenders?q=${encodeURIComponent(question)}`;
      const answer = await fetch(url);
      if (answer.status !== 200) throw new Error(`${question}: ${answer.status}`);
      await answer.text();
    });
    database.close();
    const [own, base] = [percentile(ours, 0.95), percentile(bare, 0.95)];
    return {
      name: `search of ${NOTICES} notices, p95`,
      unit: 'ms',
      ours: own,
      bare: base,
      ratio: own / base,
      note: 'below 1 ours is faster',
    };
  } finally {
    await county.close();
  }
}
