/** What is gone through one after the other, as often as is wanted. It need not be a list: each may be made when its turn comes. */
export interface Series<T> extends Iterable<T> {
  readonly length: number
}

/** Something else in place of each, made when its turn comes. */
export function mapSeries<T, U>(series: Series<T>, change: (item: T) => U): Series<U> {
  return {
    length: series.length,
    *[Symbol.iterator]() {
      for (const item of series) yield change(item)
    },
  }
}
