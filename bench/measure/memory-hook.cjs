// Writes down the most memory that a Node.js process held, when it ends: one line of kilobytes for each.
const {appendFileSync} = require('node:fs')
const {CATALINT_BENCH_PEAKS: file} = process.env

if (file) process.on('exit', () => appendFileSync(file, `${process.resourceUsage().maxRSS}\n`))
