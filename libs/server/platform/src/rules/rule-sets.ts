import { Injectable, type OnModuleInit } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import type { Instant, LawBasis, Refusal, RefusalParam } from '@core/kernel';
import {
  legalDate,
  readRuleSet,
  refuseByLaw,
  refuseRight,
  RIGHT_GROUNDS,
  SHIPPED_RULE_SETS,
  type LegalCode,
  type Regime,
  type Rule,
  type RuleSet,
  type UnderLaw,
  withGround,
} from '@core/rules';
import type { ErrorCode } from '@contracts';
import { Config } from '../config/config';
import { DomainError, refused } from '../domain-error';
import { KeptSetStore } from './kept-sets.store';

/**
 * What stands under a rule set: a project under that of the day it was handed in, a tender under that of its publication. A
 * draft (`publishedAt` null) stands under the set as it is now.
 */
export interface Kept {
  readonly ruleSetId: string;
  /** Null: a project handed in before sets were kept. */
  readonly ruleSetHash: string | null;
  readonly publishedAt?: Instant | null;
}

/** What stands under a rule set and a regime: a project, a tender. */
export interface Governed extends Kept {
  readonly regime: Regime;
}

/** The law behind a refusal as a reader is told of it: with what it demands, its words, and how far they were checked. */
export type ToldBasis = LawBasis & Partial<Pick<Rule, 'quote' | 'zh' | 'en' | 'status'>>;

/** How long after it met a set it does not know a process looks again: the unit that met it is over by then. */
const LOOK_AGAIN_MS = 500;

/**
 * The rule sets of this installation: those that ship, the county's own file if it has one, and every one that was ever
 * used here, in the words it had then.
 */
@Injectable()
export class RuleSets implements OnModuleInit {
  /** The set that new projects and tenders come under. */
  readonly current: RuleSet;
  private readonly installed: readonly RuleSet[];
  private lookAgain: NodeJS.Timeout | undefined;
  private kept: ReadonlyMap<string, RuleSet>;
  private textless: ReadonlyMap<string, string> = new Map();

  constructor(
    config: Config,
    private readonly store: KeptSetStore,
  ) {
    const { RULE_SET, RULE_SET_FILE } = config.settings;
    this.installed =
      RULE_SET_FILE === '' ? SHIPPED_RULE_SETS : [...SHIPPED_RULE_SETS, own(RULE_SET_FILE)];
    this.kept = byHash(this.installed);
    const current = this.asItStands(RULE_SET);
    if (!current) {
      const known = this.installed.map(({ id }) => id).join(', ');
      throw new Error(`RULE_SET: no rule set ${RULE_SET}; there are ${known}`);
    }
    this.current = current;
  }

  /** Keeps the sets of this installation, and takes over those it had before. */
  async onModuleInit(): Promise<void> {
    for (const set of this.installed) await this.store.keep(set);
    await this.reload();
  }

  /** The law something falls under at an instant. */
  under(about: Governed, at: Instant): UnderLaw {
    return { set: this.of(about), regime: about.regime, on: legalDate(at) };
  }

  /** A refusal whose reason is law, with its citation in the rule set and regime of what it is about. */
  refusal(
    code: LegalCode & ErrorCode,
    about: Governed,
    at: Instant,
    params?: Readonly<Record<string, RefusalParam>>,
  ): DomainError {
    return refused(refuseByLaw(code, this.under(about, at), params).refusal);
  }

  /** What somebody may not do, with the law that reserves it to others. */
  right(right: keyof typeof RIGHT_GROUNDS, about: Governed, at: Instant): DomainError {
    return refused(refuseRight(right, this.under(about, at)).refusal);
  }

  /** The value of an accepted decision; throws the refusal otherwise, with the law its code stands on. */
  orRefuse<T>(
    result:
      | { readonly ok: true; readonly value: T }
      | { readonly ok: false; readonly refusal: Refusal<ErrorCode> },
    about: Governed,
    at: Instant,
  ): T {
    if (!result.ok) throw refused(withGround(result.refusal, this.under(about, at)));
    return result.value;
  }

  /** A basis with the words of its rule, found by id and citation; alone where no set of this installation has it any more. */
  told(law: LawBasis): ToldBasis {
    for (const { rules } of this.kept.values()) {
      const rule = rules.get(law.ruleId);
      if (rule?.citation !== law.citation) continue;
      const { quote, zh, en, status } = rule;
      return { ...law, quote, zh, en, status };
    }
    return law;
  }

  /**
   * The set something stands under, exactly as it was then. Only what was published before sets were kept has none: today's of
   * the same id stands in. Throws `rules.set_unknown` where this process knows no such set; another, started later, may have brought it, so it
   * looks again for the next time.
   */
  of({ ruleSetId, ruleSetHash, publishedAt }: Kept): RuleSet {
    const isKept = ruleSetHash !== null && publishedAt !== null;
    const now = this.asItStands(ruleSetId);
    const then = ruleSetHash === null ? undefined : this.kept.get(ruleSetHash);
    const hasNoText = ruleSetHash === null || this.textless.has(ruleSetHash);
    const found = isKept && !hasNoText ? then : (now ?? then);
    if (found) return found;
    this.lookAgain ??= setTimeout(() => {
      this.lookAgain = undefined;
      this.reload().catch(() => undefined);
    }, LOOK_AGAIN_MS).unref();
    throw new DomainError('rules.set_unknown', { set: ruleSetId, hash: ruleSetHash ?? '' });
  }

  private asItStands(id: string): RuleSet | undefined {
    return this.installed.find((set) => set.id === id);
  }

  private async reload(): Promise<void> {
    const { sets, textless } = await this.store.load();
    this.kept = byHash([...this.installed, ...sets]);
    this.textless = textless;
  }
}

function byHash(sets: readonly RuleSet[]): ReadonlyMap<string, RuleSet> {
  return new Map(sets.map((set) => [set.hash, set]));
}

function own(path: string): RuleSet {
  const read = readRuleSet(JSON.parse(readFileSync(path, 'utf8')), SHIPPED_RULE_SETS);
  if (!read.ok)
    throw new Error(`RULE_SET_FILE ${path} is refused: ${String(read.refusal.params?.where)}`);
  return read.value;
}
