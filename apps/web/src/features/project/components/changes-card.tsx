import { EXEMPTION_GROUNDS, OWNER_KINDS, PROJECT_KINDS } from '@core/rules';
import { PROJECT_ATTACHMENT_KINDS, PROJECT_FIELDS, WORKS_CLASSES } from '@core/project';
import { useQuery } from '@tanstack/react-query';
import type { Translate } from '../../../shared/i18n/catalogue';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { DifferenceTable } from '../../../shared/ui/difference-table';
import { CATEGORIES } from '../../tender/tender-search';
import { projectChanges } from '../queries';

/** In what a project that was handed in again differs from the time before; nothing where it was handed in once. */
export function ChangesCard({ id }: { readonly id: string }) {
  const t = useT();
  const { data = [] } = useQuery(projectChanges(id));
  if (data.length === 0) return null;
  return (
    <Card title={t('project.changes')} flush>
      <DifferenceTable
        differences={data}
        what={(path) => pathWord(t, path)}
        value={(path, value) => valueWord(t, path, value)}
      />
    </Card>
  );
}

const LABELS = {
  title: 'project.title',
  kind: 'project.kind',
  worksClass: 'project.worksClass',
  owner: 'project.owner',
  category: 'project.category',
  region: 'project.region',
  approvalNumber: 'project.approval',
  partOfWorks: 'project.partOfWorks',
  fiscalFunds: 'project.fiscal',
  inCatalogue: 'project.inCatalogue',
  localProcurement: 'project.local',
  estimate: 'project.estimate',
  totalInvestment: 'project.investment',
  budgetFunds: 'project.budgetFunds',
  together: 'project.together',
} as const satisfies Record<(typeof PROJECT_FIELDS)[number], string>;

function pathWord(t: Translate, path: string): string {
  const field = PROJECT_FIELDS.find((one) => one === path);
  if (field !== undefined) return t(LABELS[field]);
  if (path.startsWith('lots/')) return t('lot.number', { number: Number(path.slice(5)) });
  return path.startsWith('exemption/') ? t('project.exemption') : t('attachment.files');
}

function valueWord(t: Translate, path: string, value: string | null): string {
  if (value === null) return t('common.none');
  if (path.startsWith('attachments/')) {
    const [first, ...rest] = value.split(' · ');
    const attachment = PROJECT_ATTACHMENT_KINDS.find((one) => one === first);
    return attachment === undefined ? value : [t(`projectFile.${attachment}`), ...rest].join(' · ');
  }
  return codeWord(t, path, value) ?? value;
}

/** The word for a value that is a code at its path, or undefined. */
function codeWord(t: Translate, path: string, value: string): string | undefined {
  const word = <Code extends string>(codes: readonly Code[], say: (code: Code) => string) => {
    const code = codes.find((one) => one === value);
    return code === undefined ? undefined : say(code);
  };
  switch (path) {
    case 'kind':
      return word(PROJECT_KINDS, (code) => t(`projectKind.${code}`));
    case 'worksClass':
      return word(WORKS_CLASSES, (code) => t(`worksClass.${code}`));
    case 'owner':
      return word(OWNER_KINDS, (code) => t(`projectOwner.${code}`));
    case 'category':
      return word(CATEGORIES, (code) => t(`category.${code}`));
    case 'exemption/ground':
      return word(EXEMPTION_GROUNDS, (code) => t(`exemption.${code}`));
    case 'partOfWorks':
    case 'fiscalFunds':
    case 'inCatalogue':
    case 'localProcurement':
      return t(value === 'true' ? 'common.yes' : 'common.no');
    default:
      return undefined;
  }
}
