import {anyOf} from './patterns.ts'
import {noteWords} from './words.ts'

/** `可选材料：`: what follows is asked for only of those who like. */
const optional = new RegExp(`^${anyOf('可选 选传 选填 选备 非必[传填选备须需]')}${anyOf('项 材料 资质')}?$`)

/** `方案一：`: what follows is one of several ways. */
const way = new RegExp(`^${anyOf('方案 方式 选项 途径')}[一二三四五\\da-d]?$`)

/** `备注：` */
const note = new RegExp(`^${anyOf(noteWords)}\\s*:\\s*`)

/** Whether a folded label says that what follows may be left out. */
export function labelsOptional(label: string): boolean {
  return optional.test(label)
}

/** Whether a folded label says that what follows is one of several ways. */
export function labelsWay(label: string): boolean {
  return way.test(label)
}

/** How long the label of a note is that a folded text begins with. */
export function noteLabelLength(text: string): number {
  return note.exec(text)?.[0].length ?? 0
}
