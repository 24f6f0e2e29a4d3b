import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/harness/tally-reporter.ts'],
    testTimeout: 60_000,
    // One core is left free else: on a machine of two, half of them.
    maxWorkers: '100%',
  },
})
