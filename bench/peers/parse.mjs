// What any tool on remark-gfm pays before it does anything of its own.
import {readFileSync} from 'node:fs'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'

unified().use(remarkParse).use(remarkGfm).parse(readFileSync(process.argv[2], 'utf8'))
