// Written by scripts/generate.mjs.
import type {Rule} from '../src/rule.ts'
import {categoryHeading} from './category-heading.ts'
import {cellWhitespace} from './cell-whitespace.ts'
import {cjkPunctuation} from './cjk-punctuation.ts'
import {columnValue} from './column-value.ts'
import {licenseBrackets} from './license-brackets.ts'
import {licenseName} from './license-name.ts'
import {licenseSpacing} from './license-spacing.ts'
import {licenseUnbracketed} from './license-unbracketed.ts'
import {noAmbiguousRequirement} from './no-ambiguous-requirement.ts'
import {noBrokenTable} from './no-broken-table.ts'
import {noConfusableKey} from './no-confusable-key.ts'
import {noDuplicateCategory} from './no-duplicate-category.ts'
import {noDuplicateKey} from './no-duplicate-key.ts'
import {noEmptyCategory} from './no-empty-category.ts'
import {noEmptyCell} from './no-empty-cell.ts'
import {noEmptyRow} from './no-empty-row.ts'
import {noInvisibleCharacter} from './no-invisible-character.ts'
import {noMisplacedColumn} from './no-misplaced-column.ts'
import {noOrphanTable} from './no-orphan-table.ts'
import {noRaggedRow} from './no-ragged-row.ts'
import {noRepeatedLicense} from './no-repeated-license.ts'
import {requirementEnding} from './requirement-ending.ts'
import {tableHeader} from './table-header.ts'
import {unknownReference} from './unknown-reference.ts'
import {unusedDirective} from './unused-directive.ts'

/** All rules, by id. */
export const rules: readonly Rule[] = [
  categoryHeading,
  cellWhitespace,
  cjkPunctuation,
  columnValue,
  licenseBrackets,
  licenseName,
  licenseSpacing,
  licenseUnbracketed,
  noAmbiguousRequirement,
  noBrokenTable,
  noConfusableKey,
  noDuplicateCategory,
  noDuplicateKey,
  noEmptyCategory,
  noEmptyCell,
  noEmptyRow,
  noInvisibleCharacter,
  noMisplacedColumn,
  noOrphanTable,
  noRaggedRow,
  noRepeatedLicense,
  requirementEnding,
  tableHeader,
  unknownReference,
  unusedDirective,
]
