import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Former {
  readonly id: string;
  readonly method: string;
  readonly basis: string;
  readonly sha256: string | null;
}

/** One record served every method: a lottery kept its review in it, an invitation its condition under the same name. */
function typed({ method, basis, sha256 }: Former): object | null {
  const { documentNumber, fairCompetitionReview, fileId } = JSON.parse(basis) as Record<
    string,
    string
  >;
  const paper = { documentNumber, fileId, sha256: sha256 ?? '' };
  if (method === 'lottery') return { ...paper, method, fairCompetitionReview };
  if (method === 'invited_tender') return { ...paper, method, condition: fairCompetitionReview };
  return null;
}

/** Types the recorded bases by their method; that of a method which has none goes. */
export class MethodBasis0089 implements MigrationInterface {
  readonly name = 'MethodBasis1767225600089';

  async up(runner: QueryRunner): Promise<void> {
    for (const row of await this.rows(runner)) await this.put(runner, row.id, typed(row));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { id, basis } of await this.rows(runner)) {
      const { documentNumber, fairCompetitionReview, condition, fileId } = JSON.parse(
        basis,
      ) as Record<string, string>;
      const review = fairCompetitionReview ?? condition;
      await this.put(runner, id, { documentNumber, fairCompetitionReview: review, fileId });
    }
  }

  private async rows(runner: QueryRunner): Promise<readonly Former[]> {
    const rows = (await runner.query(
      'SELECT id, method, basis FROM tender WHERE basis IS NOT NULL',
    )) as Omit<Former, 'sha256'>[];
    const found: Former[] = [];
    for (const row of rows) {
      const { fileId = '' } = JSON.parse(row.basis) as { readonly fileId?: string };
      const [file] = (await runner.query('SELECT sha256 FROM stored_file WHERE id = ?', [
        fileId,
      ])) as { readonly sha256: string }[];
      found.push({ ...row, sha256: file?.sha256 ?? null });
    }
    return found;
  }

  private async put(runner: QueryRunner, id: string, basis: object | null): Promise<void> {
    const text = basis === null ? null : JSON.stringify(basis);
    await runner.query('UPDATE tender SET basis = ? WHERE id = ?', [text, id]);
  }
}
