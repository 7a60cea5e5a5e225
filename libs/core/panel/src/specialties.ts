/** A specialty experts are registered for and seats are asked for; ids are strata of the draw. */
export interface Specialty {
  readonly id: string;
  readonly branch: 'works' | 'goods' | 'services';
  readonly zh: string;
  readonly en: string;
}

/** The county's classification: the branches of the national one that a county tenders. */
export const SPECIALTIES: readonly Specialty[] = [
  { id: 'civil', branch: 'works', zh: '房屋建筑', en: 'Building construction' },
  { id: 'road', branch: 'works', zh: '公路与市政道路', en: 'Roads and streets' },
  { id: 'water', branch: 'works', zh: '水利与灌溉', en: 'Water and irrigation' },
  { id: 'electromech', branch: 'works', zh: '机电安装', en: 'Mechanical and electrical' },
  { id: 'landscape', branch: 'works', zh: '园林绿化', en: 'Landscaping' },
  { id: 'forestry', branch: 'works', zh: '农林与土地整治', en: 'Farmland and forestry' },
  { id: 'cost', branch: 'works', zh: '工程造价', en: 'Construction cost' },
  { id: 'equipment', branch: 'goods', zh: '通用设备', en: 'General equipment' },
  { id: 'medical', branch: 'goods', zh: '医疗设备', en: 'Medical equipment' },
  { id: 'it', branch: 'goods', zh: '信息化', en: 'Information technology' },
  { id: 'survey', branch: 'services', zh: '勘察设计', en: 'Survey and design' },
  { id: 'supervision', branch: 'services', zh: '工程监理', en: 'Site supervision' },
  { id: 'law', branch: 'services', zh: '法律与合同', en: 'Law and contracts' },
];

/** Whether a specialty is in the classification. */
export function isSpecialty(id: string): boolean {
  return SPECIALTIES.some((one) => one.id === id);
}
