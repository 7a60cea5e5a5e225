import { TEMPLATE_FORMATS, type TemplateFormat } from '@server/platform';
import { OneOf } from './fields';

/** In which format an empty sheet is wanted. */
export class TemplateQueryDto {
  @OneOf(TEMPLATE_FORMATS) format!: TemplateFormat;
}

/** Media types of sheets. */
export const SHEET_MEDIA: Readonly<Record<TemplateFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
