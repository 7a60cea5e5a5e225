import { Injectable } from '@nestjs/common';
import type { Instant } from '@core/kernel';
import { expertPoolTerms, type ExpertPoolTerms } from '@core/panel';
import { Config, RuleSets } from '@server/platform';

/** The terms of the county's pool: what `EXPERT_POOL` says, else the rule set in use. */
@Injectable()
export class ExpertTerms {
  constructor(
    private readonly ruleSets: RuleSets,
    private readonly config: Config,
  ) {}

  /** The terms at an instant. */
  at(instant: Instant): ExpertPoolTerms {
    return expertPoolTerms(this.ruleSets.current, instant, this.config.settings.EXPERT_POOL);
  }
}
