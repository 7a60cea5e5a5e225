import { Button, Form } from 'antd';
import { useRef } from 'react';
import type { OwnTender } from '../../../shared/api/wire';
import { uploadFile } from '../../../shared/api/upload';
import { useT } from '../../../shared/i18n/i18n-context';
import { FormField } from '../../../shared/ui/form-field';
import { Icon } from '../../../shared/ui/icon';

/** A local basis as it is typed. */
export interface TypedBasis {
  readonly documentNumber?: string;
  readonly fairCompetitionReview?: string;
  readonly condition?: string;
}

/** Methods that a rule set may make depend on a recorded local basis. */
const MAY_NEED: readonly OwnTender['method'][] = [
  'lottery',
  'invited_tender',
  'framework_agreement',
];

/** What is sent of a basis: the chosen file, or the one recorded before; nothing where no number is typed. */
export async function basisOf(
  { method, documentNumber = '', fairCompetitionReview = '', condition = '' }: TypedBasis & Chosen,
  file: File | null,
  recorded: OwnTender['basis'],
) {
  if (documentNumber.trim() === '') return {};
  const media = file?.type ?? '';
  const fileId =
    file === null
      ? keptFor(method, recorded)?.fileId
      : (
          await uploadFile({
            file,
            name: file.name,
            media: media === '' ? 'application/octet-stream' : media,
          })
        ).id;
  if (fileId === undefined) return {};
  const part =
    method === 'lottery' ? { fairCompetitionReview } : hasCondition(method) ? { condition } : {};
  return { basis: { documentNumber, fileId, ...part } };
}

/** Methods that rest on a condition of the law, which is recorded. */
function hasCondition(method: unknown): boolean {
  return method === 'invited_tender' || method === 'framework_agreement';
}

interface Chosen {
  readonly method: OwnTender['method'];
}

/** What is recorded for this very method: the basis of another one does not serve it. */
function keptFor(method: unknown, recorded: OwnTender['basis']): OwnTender['basis'] {
  return recorded?.method === method ? recorded : null;
}

/** The document a lottery or an invitation rests on: its number, the paper, and the conclusion of the review or the condition. */
export function BasisFields({
  recorded,
  decidedBy,
  file,
  onFile,
}: {
  /** Who must have decided by the place's own document; empty: nobody. */
  readonly decidedBy: string;
  readonly recorded: OwnTender['basis'];
  /** What was chosen now; null: nothing. */
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
}) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const method: unknown = Form.useWatch('method');
  const number: unknown = Form.useWatch('documentNumber');
  if (decidedBy === '' && !MAY_NEED.some((one) => one === method)) return null;
  const kept = keptFor(method, recorded);
  const lacksFile = typeof number === 'string' && number.trim() !== '' && !file && !kept;
  return (
    <fieldset className="stack">
      <legend>{t('basis.title')}</legend>
      <p className="small muted">
        {decidedBy === '' ? t('basis.lead') : t('basis.decidedBy', { who: decidedBy })}
      </p>
      <div className="form-grid">
        <FormField name="documentNumber" label={t('basis.number')} optional max={120} />
        {method === 'lottery' ? (
          <FormField name="fairCompetitionReview" label={t('basis.review')} optional max={200} />
        ) : null}
        {hasCondition(method) ? (
          <FormField name="condition" label={t('basis.condition')} optional max={200} />
        ) : null}
      </div>
      <div className="row">
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('basis.file')}
          onChange={(event) => onFile(event.target.files?.[0] ?? null)}
        />
        <Button icon={<Icon name="upload" />} onClick={() => input.current?.click()}>
          {file?.name ?? t(kept ? 'basis.fileKept' : 'basis.file')}
        </Button>
        {lacksFile ? (
          <span role="status" className="small">
            {t('basis.fileMissing')}
          </span>
        ) : null}
      </div>
    </fieldset>
  );
}
