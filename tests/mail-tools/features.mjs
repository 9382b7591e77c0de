// Which features of a page some client does not support, by caniemail.com, and how many of them MJML's page of the same mail uses.
import { load } from 'cheerio';
import { doIUseEmail } from '@jsx-email/doiuse-email';
import mjml from 'mjml';

// Those of which the data knows every feature.
const clients = [
  'apple-mail.macos', 'apple-mail.ios', 'gmail.desktop-webmail', 'gmail.ios', 'gmail.android', 'outlook.windows', 'outlook.macos', 'outlook.ios', 'outlook.android',
  'yahoo.desktop-webmail', 'yahoo.ios', 'yahoo.android', 'samsung-email.android', 'protonmail.desktop-webmail', 'fastmail.desktop-webmail',
];

export async function compareFeatures(page) {
  const theirs = await mjml(equalMail(page), { validationLevel: 'strict' });
  return { ours: unsupported(page), theirs: unsupported(theirs.html) };
}

// "feature by client", each once.
function unsupported(page) {
  return [...new Set(doIUseEmail(page, { emailClients: clients }).errors)].sort();
}

// The same words, headings, lists, tables, links and style sheet, laid out the way MJML lays out.
function equalMail(page) {
  const $ = load(page);
  const sections = $('.pad').toArray().map(cell => `<mj-section><mj-column>${$(cell).children().toArray().map(child => block($, child)).join('')}</mj-column></mj-section>`);
  return `<mjml><mj-head><mj-title>${$('title').html()}</mj-title><mj-preview>${$('body > div').first().html()}</mj-preview><mj-style>${$('style').html()}</mj-style></mj-head>`
    + `<mj-body css-class="page" background-color="#f1f4ee">${sections.join('')}</mj-body></mjml>`;
}

function block($, element) {
  const node = $(element);
  if (node.is('table[role=presentation]')) {
    return node.find('> tbody > tr > td').toArray().flatMap(cell => $(cell).children().toArray()).map(child => block($, child)).join('');
  }

  if (node.is('table')) {
    return `<mj-table>${bare($, node).html()}</mj-table>`;
  }

  const button = node.children('a.button');
  return button.length > 0
    ? `<mj-button css-class="button" href="${button.attr('href').replaceAll('&', '&amp;')}">${button.html()}</mj-button>`
    : `<mj-text css-class="ink" color="#1f2b2a" font-size="16px" line-height="25px">${$.html(bare($, node))}</mj-text>`;
}

function bare($, node) {
  const copy = node.clone();
  copy.add(copy.find('*')).removeAttr('style').removeAttr('width');
  return copy;
}
