import type {Heading, Paragraph} from '../document/model.ts'
import type {TableContract} from './contract.ts'
import type {CategoryHeading} from './model.ts'

/** A heading as a contract reads it. */
export type ReadHeading = Omit<CategoryHeading, 'contracts' | 'isCatalogue'>

/** What the contracts of a document make of its headings. */
export class HeadingClaims {
  readonly #claims = new Map<Heading | Paragraph, OpenHeading[]>()

  /** One of each block: as the first catalogue reads it, or else the first contract. */
  get headings(): readonly CategoryHeading[] {
    return [...this.#claims.values()].flatMap((claims) => {
      const [first] = claims
      const chosen = claims.find(({isCatalogue}) => isCatalogue) ?? first
      return chosen ? [chosen] : []
    })
  }

  /** Contracts that read a heading alike share it; one that reads it otherwise has its own. */
  add(heading: ReadHeading, contract: TableContract): CategoryHeading {
    const claims = this.#claims.get(heading.block) ?? []
    this.#claims.set(heading.block, claims)
    const known = claims.find(({role, name}) => role === heading.role && name === heading.name)
    const claimed = known ?? {contracts: new Set<TableContract>(), isCatalogue: false, ...heading}
    claimed.contracts.add(contract)
    claimed.isCatalogue ||= contract.isCatalogue
    if (!known) claims.push(claimed)
    return claimed
  }
}

/** A heading that contracts still add themselves to. */
interface OpenHeading extends ReadHeading {
  readonly contracts: Set<TableContract>
  isCatalogue: boolean
}
