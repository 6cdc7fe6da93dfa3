// PouchDB's own client, on LevelDB: node client.js FOLDER URL
//
// A case is a document. One command a line on stdin, one answer a line on stdout.
"use strict";

const fs = require("node:fs");
const http = require("node:http");
const readline = require("node:readline");
const PouchDB = require("pouchdb");

// Warm connections: by itself the client opens one for every request.
const agent = new http.Agent({ keepAlive: true });
const warm = (url, options) => PouchDB.fetch(url, { ...options, agent });

// As few requests as it can do with, and the checkpoint kept where it is read.
const BATCH = { batch_size: 1000 };
const PUSH = { ...BATCH, checkpoint: "source" };
const PULL = { ...BATCH, checkpoint: "target" };

const [folder, url] = process.argv.slice(2);
fs.mkdirSync(folder, { recursive: true });
const here = new PouchDB(`${folder}/cases`, { auto_compaction: true, revs_limit: 10 });
const there = new PouchDB(`${url}/worker1`, { fetch: warm });

const since = (begun) => Number(process.hrtime.bigint() - begun) / 1e9;

const commands = {
  // There is nobody to log in.
  async enrol() {
    return {};
  },

  // Both ways at once; the first batch that was written can be worked with.
  async sync() {
    const begun = process.hrtime.bigint();
    let usable = null;
    const running = PouchDB.sync(here, there, { push: PUSH, pull: PULL });
    running.on("change", (info) => {
      if (info.direction === "pull" && usable === null) usable = since(begun);
    });
    const { push, pull } = await running;
    const errors = [...push.errors, ...pull.errors];
    if (!push.ok || !pull.ok || errors.length) throw new Error(`not synced: ${JSON.stringify(errors)}`);
    const seconds = since(begun);
    return { seconds, usable: usable ?? seconds };
  },

  // `put` has cases by identifier, `gone` identifiers.
  async change({ file }) {
    const { put, gone } = JSON.parse(fs.readFileSync(file, "utf8"));
    const keys = [...Object.keys(put), ...gone];
    const { rows } = await here.allDocs({ keys });
    const documents = rows.map(({ key, value }) => {
      const revision = value && !value.deleted ? { _rev: value.rev } : {};
      const body = key in put ? JSON.parse(put[key]) : { _deleted: true };
      return { ...body, _id: key, ...revision };
    });
    const failed = (await here.bulkDocs(documents)).filter((answer) => !answer.ok);
    if (failed.length) throw new Error(JSON.stringify(failed[0]));
    return {};
  },

  // Every case here.
  async held() {
    const { rows } = await here.allDocs({ include_docs: true });
    return Object.fromEntries(
      rows.map(({ doc: { _id, _rev, ...body } }) => [_id, JSON.stringify(body)]),
    );
  },
};

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { do: wanted, ...more } = JSON.parse(line);
    const answer = await commands[wanted](more);
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  await here.close();
  process.exit(0);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
