// MiniSearch as an as-you-type engine: one JSON text a line in, ids and CPU milliseconds out.
const fs = require('fs');
const readline = require('readline');
const MiniSearch = require('minisearch');

const fold = (term) => term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const cpu = () => { const used = process.cpuUsage(); return (used.user + used.system) / 1000; };

const start = cpu();
const index = new MiniSearch({ fields: ['code', 'title', 'body'], processTerm: fold });
index.addAll(fs.readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => JSON.parse(line)));
console.log(JSON.stringify({ ms: cpu() - start, rss: process.memoryUsage().rss }));

const options = {
  boost: { code: 10, title: 8 },
  fuzzy: (term) => (term.length < 4 ? false : term.length < 6 ? 1 : 2),
  prefix: (term, i, terms) => i === terms.length - 1,
};
readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const before = cpu();
  const ids = index.search(JSON.parse(line), options).slice(0, 10).map((hit) => hit.id);
  console.log(JSON.stringify({ ids, ms: cpu() - before }));
});
