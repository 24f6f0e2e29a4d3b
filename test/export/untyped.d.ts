// What the tests use of packages that come without types.

declare module 'sql.js' {
  interface Result {
    readonly columns: readonly string[]
    readonly values: readonly (readonly (string | number | null)[])[]
  }
  interface Database {
    exec(sql: string): readonly Result[]
    close(): void
  }
  export default function initSqlJs(): Promise<{readonly Database: new () => Database}>
}

declare module 'jsonld' {
  interface Options {
    readonly documentLoader: (url: string) => Promise<never>
  }
  const jsonld: {
    expand(document: object, options: Options): Promise<unknown>
    toRDF(document: object, options: Options & {readonly format: 'application/n-quads'}): Promise<string>
  }
  export default jsonld
}

declare module 'datapackage' {
  interface Resource {
    readonly name: string
    readonly valid: boolean
    read(options: {readonly keyed: true; readonly relations: boolean}): Promise<readonly object[]>
    checkRelations(): Promise<boolean>
  }
  interface Package {
    readonly valid: boolean
    readonly errors: readonly Error[]
    readonly resources: readonly Resource[]
  }
  const datapackage: {readonly Package: {load(path: string): Promise<Package>}}
  export default datapackage
}
