/** The index of the first item that passes, found by halving: all after it pass too. The count where none does. */
export function firstIndex(count: number, passes: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(middle)) high = middle
    else low = middle + 1
  }
  return low
}
