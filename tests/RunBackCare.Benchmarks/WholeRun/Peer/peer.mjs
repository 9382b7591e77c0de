// Renders a week mail for each person and sends it over a pool of connections, as fast as it can. Prints one line of JSON.
// node peer.mjs PORT MAILS LANES BYTES
import { Liquid } from 'liquidjs';
import nodemailer from 'nodemailer';

const [port, mails, lanes, bytes] = process.argv.slice(2).map(Number);

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((name, day) => ({
  name,
  sessions: Array.from({ length: 1 + (day % 2) }, (_, number) => ({
    title: number ? 'Strength' : 'Run',
    time: '30 min',
    block: '8 × 1 min run / 1 min walk',
    items: Array.from({ length: 5 }, (_, item) => ({ name: `Exercise ${item}`, dose: '2 × 10, slowly' })),
  })),
}));

const engine = new Liquid();
const html = engine.parse(`<!DOCTYPE html><html lang="en"><head><title>{{ title | escape }}</title></head><body>
<h1>Hello {{ name | escape }}</h1><p>{{ lead | escape }}</p><table role="presentation">{% for day in days %}
<tr><td style="padding:8px;font-size:16px;color:#223344;"><h3>{{ day.name | escape }}</h3>{% for session in day.sessions %}
<p style="margin:0;"><strong>{{ session.title | escape }}</strong>, {{ session.time | escape }}<br>{{ session.block | escape }}</p>
<ul>{% for item in session.items %}<li>{{ item.name | escape }}: {{ item.dose | escape }}</li>{% endfor %}</ul>{% endfor %}</td></tr>{% endfor %}
</table><p>{{ filler }}</p></body></html>`);
const text = engine.parse(`Hello {{ name }}

{{ lead }}
{% for day in days %}
{{ day.name }}
{% for session in day.sessions %}- {{ session.title }}, {{ session.time }}: {{ session.block }}
{% for item in session.items %}  - {{ item.name }}: {{ item.dose }}
{% endfor %}{% endfor %}{% endfor %}
{{ filler }}
`);

// Padded until the mail is as long on the wire as ours; both parts carry base64's third on top.
const view = (number) => ({ title: 'Your week', name: `Runner ${number}`, lead: 'Three runs, two short strength sessions, one stretch.', days, filler });
let filler = '';
const bare = engine.renderSync(html, view(0)).length + engine.renderSync(text, view(0)).length;
filler = 'Run easy, walk tall. '.repeat(Math.max(0, Math.floor((bytes / 1.37 - bare) / 2 / 21)));

const transport = nodemailer.createTransport({ host: '127.0.0.1', port, pool: true, maxConnections: lanes, maxMessages: Infinity, ignoreTLS: true });
const began = process.hrtime.bigint();
let next = 0;
async function lane() {
  while (next < mails) {
    const number = next++;
    const values = view(number);
    await transport.sendMail({
      from: 'plans@example.org',
      to: `runner${number}@example.org`,
      subject: 'Your week',
      html: engine.renderSync(html, values),
      text: engine.renderSync(text, values),
      textEncoding: 'base64',
    });
  }
}
await Promise.all(Array.from({ length: lanes * 2 }, lane));
transport.close();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(JSON.stringify({ seconds: Number(process.hrtime.bigint() - began) / 1e9, processorSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: Math.round(maxRSS / 1024) }));
