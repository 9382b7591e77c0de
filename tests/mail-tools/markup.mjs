// html-validate's recommended rules, but for what mail clients ask for.
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const validator = new HtmlValidate(new StaticConfigLoader({
  extends: ['html-validate:recommended'],
  rules: {
    // Clients drop style sheets and keep attributes.
    'no-inline-style': 'off',
    // Outlook lays out by width, align, cellpadding and cellspacing.
    'no-deprecated-attr': 'off',
    // Screen readers of today know both words, those of yesterday only this one.
    'presentation-role-style': ['error', { prefer: 'presentation' }],
    // A div in the role of an article: clients turn the element itself into a div, and the role stays.
    'prefer-native-element': ['error', { exclude: ['article'] }],
  },
}));

export async function validate(page) {
  const { results } = await validator.validateString(page);
  return results.flatMap(result => result.messages).map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`);
}
