#!/usr/bin/env node
import {createRequire} from 'node:module'

// The program lies beside this file when it is built.
createRequire(__filename)('./program/main.cjs')
