// Shows every mail of a folder to judges that others wrote, and writes down what they say:
//   node judge.mjs FOLDER REPORT.json
// FOLDER holds NAME.html for a page and NAME.ics for a calendar. One process, one browser, every file once.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { judgeAccessibility } from './accessibility.mjs';
import { readCalendar } from './calendar.mjs';
import { scoreClients } from './clients.mjs';
import { compareFeatures } from './features.mjs';
import { validate } from './markup.mjs';

const [folder, report] = process.argv.slice(2);
const files = (await readdir(folder)).sort();
const read = ending => Promise.all(
  files.filter(file => file.endsWith(ending)).map(async file => ({ name: parse(file).name, text: await readFile(join(folder, file), 'utf8') })));

const pages = await read('.html');
const accessibility = await judgeAccessibility(pages);
const mails = [];
for (const { name, text } of pages) {
  mails.push({ name, markup: await validate(text), clients: scoreClients(text), features: await compareFeatures(text), ...accessibility.get(name) });
}

const calendars = (await read('.ics')).map(({ name, text }) => ({ name, events: readCalendar(text) }));
await writeFile(report, JSON.stringify({ mails, calendars }));
