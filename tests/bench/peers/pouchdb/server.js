// express-pouchdb with what PouchDB clients need and no more: node server.js FOLDER PORT
"use strict";

const fs = require("node:fs");
const express = require("express");
const expressPouchdb = require("express-pouchdb");
const PouchDB = require("pouchdb");

const [folder, port] = process.argv.slice(2);
fs.mkdirSync(folder, { recursive: true });
const Stored = PouchDB.defaults({ prefix: `${folder}/`, auto_compaction: true, revs_limit: 10 });
const options = { mode: "minimumForPouchDB", inMemoryConfig: true, logPath: `${folder}.requests.log` };
express()
  .use("/", expressPouchdb(Stored, options))
  .listen(Number(port), "127.0.0.1");
