/** Languages the product speaks. The workbook's is chosen at set-up, the sidebar's follows the person. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language of the product. */
export type Labels = Readonly<Record<Language, string>>;

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}
