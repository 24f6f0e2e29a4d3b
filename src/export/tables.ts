import {
  categoryItems,
  documentItems,
  licenseItems,
  type RequirementItem,
  requirementItems,
  subcategoryItems,
} from './items.ts'
import {defineTable} from './table.ts'

const nullable = {isNullable: true}
const statuses = {values: ['current', 'renamed', 'abolished', 'informal', 'unknown']}
const kinds = {values: ['license', 'document', 'none']}
const countMeans =
  'How many alternatives there are; missing where nothing is known to be asked for, or too much to list.'

export const documents = defineTable({
  name: 'documents',
  description: 'The documents that the dataset was read from.',
  items: documentItems,
  columns: [
    ['id', 'integer', ({id}) => id, 'Its place among the documents, from 1.'],
    ['path', 'string', ({entry}) => entry.path, 'Its path, as it was given.'],
    ['title', 'string', ({entry}) => entry.title, 'Its title.', nullable],
    ['sha256', 'string', ({entry}) => entry.sha256, 'The SHA-256 of its bytes, in hexadecimal.'],
  ],
})

export const categories = defineTable({
  name: 'categories',
  description: 'The categories, each where a document first states it.',
  items: categoryItems,
  columns: [
    ['id', 'integer', ({id}) => id, 'Its place among the categories, from 1.'],
    ['document_id', 'integer', ({documentId}) => documentId, 'Its document, counted from 1.', nullable],
    ['document', 'string', ({entry}) => entry.document, 'The path of its document.'],
    [
      'has_heading',
      'boolean',
      ({entry}) => entry.name !== null,
      'False where its rows stand under no heading.',
    ],
    ['name', 'string', ({entry}) => entry.name, 'Its normalised name.', nullable],
    ['line', 'integer', ({entry}) => entry.line, 'The line that first states it.'],
    ['problems', 'array', ({entry}) => entry.problems ?? null, 'The rules that its head breaks.', nullable],
  ],
  foreignKeys: {document_id: 'documents'},
})

export const subcategories = defineTable({
  name: 'subcategories',
  description: 'The rows of the category tables as they stand, repeated ones too.',
  items: subcategoryItems,
  columns: [
    ['id', 'integer', ({id}) => id, 'Its place among the rows of the dataset, from 1.'],
    ['category_id', 'integer', ({categoryId}) => categoryId, 'Its category.'],
    ['group_name', 'string', ({entry}) => entry.group ?? null, 'The level in between.', nullable],
    ['name', 'string', ({entry}) => entry.name, 'Its normalised name.'],
    ['line', 'integer', ({entry}) => entry.line, 'The line of the row.'],
    ['name_column', 'integer', ({entry}) => entry.column, 'Where its name begins in the line, from 1.'],
    ['qualification', 'string', ({entry}) => entry.qualification, 'What must be handed in.', nullable],
    ['requirement', 'object', ({entry}) => entry.requirement, 'What the qualification means.', nullable],
    ['is_ambiguous', 'boolean', ({isAmbiguous}) => isAmbiguous, 'Whether the text allows another meaning.'],
    ['alternatives', 'integer', ({alternatives}) => alternatives?.length ?? null, countMeans, nullable],
    ['note', 'string', ({entry}) => entry.note ?? null, 'The text of the column of notes.', nullable],
    ['problems', 'array', ({entry}) => entry.problems ?? null, 'The rules that the row breaks.', nullable],
  ],
  foreignKeys: {category_id: 'categories'},
})

export const licenses = defineTable({
  name: 'licenses',
  description: 'The licences that qualifications name.',
  items: licenseItems,
  columns: [
    ['id', 'integer', ({id}) => id, 'Its place among the licences, from 1.'],
    ['name', 'string', ({entry}) => entry.name, 'Its name in the documents.'],
    ['canonical', 'string', ({entry}) => entry.canonical ?? null, 'Its name today, if another.', nullable],
    ['status', 'string', ({entry}) => entry.status, 'What the vocabulary knows of the name.', statuses],
  ],
})

export const requirements = defineTable({
  name: 'requirements',
  description: 'The alternatives of each subcategory, a row for each term. To meet one of them is enough.',
  items: requirementItems,
  columns: [
    ['subcategory_id', 'integer', ({subcategoryId}) => subcategoryId, 'The subcategory.'],
    ['alternative', 'integer', ({alternative}) => alternative, 'Which of its alternatives, from 1.'],
    ['term', 'integer', ({number}) => number, 'Which term of the alternative, from 1; 0 if it has none.'],
    ['kind', 'string', kindOf, 'What the term is; none where the alternative asks for nothing.', kinds],
    ['name', 'string', nameOf, 'The name of the licence, or the document in words.', nullable],
    ['license_id', 'integer', ({licenseId}) => licenseId, 'The licence.', nullable],
    [
      'canonical',
      'string',
      ({license}) => license?.canonical ?? null,
      'Its name today, if another.',
      nullable,
    ],
    ['status', 'string', ({license}) => license?.status ?? null, 'Its status, if not current.', nullable],
    ['condition', 'string', ({term}) => term?.condition ?? null, 'What must hold for it to count.', nullable],
    ['issuer', 'string', ({term}) => term?.issuer ?? null, 'Who issues it.', nullable],
    ['aliases', 'array', ({term}) => term?.aliases ?? null, 'Other names that the text gives it.', nullable],
    ['note', 'string', ({term}) => term?.note ?? null, 'What else the text says of it.', nullable],
    ['cases', 'array', casesOf, 'Whom or what the alternative is for: all of these together.', nullable],
  ],
  primaryKey: ['subcategory_id', 'alternative', 'term'],
  foreignKeys: {subcategory_id: 'subcategories', license_id: 'licenses'},
})

function kindOf({term}: RequirementItem): string {
  if (!term) return 'none'
  return 'license' in term ? 'license' : 'document'
}

function nameOf({term}: RequirementItem): string | null {
  if (!term) return null
  return 'license' in term ? term.license : term.document
}

function casesOf({when}: RequirementItem): readonly string[] | null {
  return when.length > 0 ? when : null
}
