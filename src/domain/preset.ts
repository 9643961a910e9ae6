/** What a team starts with. A preset decides which fields have a column; everything can be switched on later. */
import type { Labels } from './language';

export const PRESET_NAMES = ['simple', 'sales', 'service', 'hotel', 'keyAccounts', 'software'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

export const EVERY_PRESET: readonly PresetName[] = PRESET_NAMES;

export const PRESET_LABELS: Readonly<Record<PresetName, Labels>> = {
  simple: { 'zh-CN': '简洁', en: 'Simple' },
  sales: { 'zh-CN': '销售', en: 'Sales' },
  service: { 'zh-CN': '客户服务', en: 'Service desk' },
  hotel: { 'zh-CN': '酒店', en: 'Hotel' },
  keyAccounts: { 'zh-CN': '大客户', en: 'Key accounts' },
  software: { 'zh-CN': '软件公司', en: 'Software company' },
};

export function isPresetName(text: string): text is PresetName {
  return (PRESET_NAMES as readonly string[]).includes(text);
}
