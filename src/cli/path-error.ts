import type {Localized} from '../finding.ts'
import {errorCode, FileCrash, RunError} from './errors.ts'

/** Says in words what the operating system has against a path. Any other error is a bug. */
export function pathError(path: string, error: unknown): RunError | FileCrash {
  const code = errorCode(error)
  if (code === undefined) return new FileCrash(path, error)
  const what = reasons[code] ?? {en: `cannot be used (${code})`, zh: `无法使用（${code}）`}
  return new RunError(what, {path, cause: error})
}

const reasons: Readonly<Record<string, Localized>> = {
  ENOENT: {en: 'no such file or directory', zh: '没有这个文件或目录'},
  ENOTDIR: {en: 'a part of the path is not a directory', zh: '路径中有一段不是目录'},
  EISDIR: {en: 'is a directory, a file is needed', zh: '是目录，此处需要文件'},
  EACCES: {en: 'permission denied', zh: '没有权限'},
  EPERM: {en: 'permission denied', zh: '没有权限'},
  EROFS: {en: 'the file system is read-only', zh: '文件系统为只读'},
  ENOSPC: {en: 'no space left on the device', zh: '设备空间不足'},
  EDQUOT: {en: 'the disk quota is used up', zh: '磁盘配额已用尽'},
  EFBIG: {en: 'the file would be larger than the system allows', zh: '文件超过系统允许的大小'},
  ELOOP: {en: 'the symbolic links form a loop', zh: '符号链接形成循环'},
  ENAMETOOLONG: {en: 'the path is too long', zh: '路径过长'},
  EMFILE: {en: 'too many open files', zh: '打开的文件过多'},
  EIO: {en: 'the device failed to read or write', zh: '设备读写出错'},
}
