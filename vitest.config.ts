import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/harness/tally-reporter.ts'],
    testTimeout: 60_000,
  },
})
