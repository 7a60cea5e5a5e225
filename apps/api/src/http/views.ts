import { ApiProperty } from '@nestjs/swagger';
import { fenToWire, formatInstant, type Difference, type Fen, type Instant } from '@core/kernel';
import type { Finding, Rule } from '@core/rules';

/** An instant on the wire, or null. */
export function instantOrNull(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}

/** Money on the wire, or null. */
export function fenOrNull(amount: Fen | null): string | null {
  return amount === null ? null : fenToWire(amount);
}

/** A sentence in both languages. */
export class BilingualView {
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
}

/** A rule held against facts, for the citation chips. */
export class FindingView {
  @ApiProperty() ruleId!: string;
  @ApiProperty({ enum: ['satisfied', 'violated'] }) outcome!: string;
  @ApiProperty({ enum: ['block', 'warn', 'info'] }) severity!: string;
  @ApiProperty() citation!: string;
  @ApiProperty() quote!: string;
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
  @ApiProperty({ enum: ['checked', 'partial', 'secondary', 'unverified', 'design'] })
  status!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  facts!: Record<string, string>;

  static of(this: void, finding: Finding): FindingView {
    return {
      ...finding,
      facts: Object.fromEntries(
        Object.entries(finding.facts).map(([key, value]) => [key, String(value)]),
      ),
    };
  }
}

/** A rule by itself, where it governs something without being held against facts. */
export class RuleView {
  @ApiProperty() ruleId!: string;
  @ApiProperty() citation!: string;
  @ApiProperty() quote!: string;
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
  @ApiProperty({ enum: ['checked', 'partial', 'secondary', 'unverified', 'design'] })
  status!: string;

  static of(this: void, { id, citation, quote, zh, en, status }: Rule): RuleView {
    return { ruleId: id, citation, quote, zh, en, status };
  }
}

/** What was made, when all one needs is its id. */
export class MadeView {
  @ApiProperty() id!: string;
}

/** A difference between two versions of something. */
export class DifferenceView {
  @ApiProperty() path!: string;
  @ApiProperty({ enum: ['added', 'removed', 'changed'] }) kind!: string;
  @ApiProperty({ type: String, nullable: true }) before!: string | null;
  @ApiProperty({ type: String, nullable: true }) after!: string | null;

  static of(this: void, one: Difference): DifferenceView {
    return { ...one };
  }
}
