// axe-core's WCAG A and AA rules in Chromium, on a screen that prefers light and on one that prefers dark.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function judgeAccessibility(pages) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });
  try {
    const found = new Map(pages.map(({ name }) => [name, {}]));
    for (const scheme of ['light', 'dark']) {
      const screen = await browser.newPage({ colorScheme: scheme, viewport: { width: 375, height: 800 } });
      for (const { name, text } of pages) {
        await screen.setContent(text);
        await screen.evaluate(axe);
        found.get(name)[scheme] = await screen.evaluate(violations, tags);
        found.get(name).overflow = await screen.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      }
    }

    return found;
  } finally {
    await browser.close();
  }
}

/* global axe, document */
async function violations(values) {
  const { violations: all } = await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
  return all.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary.split('\n').at(-1).trim()}`));
}
