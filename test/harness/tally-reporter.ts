import type {Reporter, TestModule} from 'vitest/node'

/** Closes a run with one plain line: `N passed, N failed`. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    // A module that does not load, or an error outside any test, is a failure too.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length
    const skipped = count('skipped') + count('pending')
    const tail = skipped > 0 ? `, ${skipped} skipped` : ''
    process.stdout.write(`\n${count('passed')} passed, ${count('failed') + broken} failed${tail}\n`)
  }
}
