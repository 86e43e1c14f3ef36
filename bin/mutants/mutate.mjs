// Small wrong changes to a source file, each of which some test should notice. All stand in one source at once, each
// behind a switch, so that a file is loaded once and not once for every change.
import { parseAst } from 'vite'

const SWAPS = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
}
const METHODS = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  min: 'max',
  max: 'min',
  indexOf: 'lastIndexOf',
  lastIndexOf: 'indexOf',
}
const DROPPED = new Set(['filter', 'slice', 'reverse', 'sort', 'toSorted', 'toReversed', 'trim'])
const FUNCTIONS = new Set(['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration'])

const isWords = (node) =>
  node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string')

/** In brackets, unless what was cut out holds a bracket whose fellow stands outside it: then it has its own. */
function bracketed(words) {
  const opens = words.split('(').length
  return opens === words.split(')').length ? `(${words})` : words
}

/** What may be written instead of an expression. */
function insteadOf(node, text) {
  const source = (one) => text.slice(one.start, one.end)
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression': {
      if (node.operator === '+' && (isWords(node.left) || isWords(node.right))) return []
      const between = text.slice(node.left.end, node.right.start)
      return (SWAPS[node.operator] ?? []).map(
        (other) =>
          bracketed(text.slice(node.start, node.left.end)) +
          between.replace(node.operator, other) +
          bracketed(text.slice(node.right.start, node.end)),
      )
    }
    case 'AssignmentExpression': {
      const between = text.slice(node.left.end, node.right.start)
      return (SWAPS[node.operator] ?? []).map(
        (other) =>
          text.slice(node.start, node.left.end) +
          between.replace(node.operator, other) +
          text.slice(node.right.start, node.end),
      )
    }
    case 'UnaryExpression':
      if (node.operator === '!') return [source(node.argument)]
      return node.operator === '-' && node.argument.type !== 'Literal'
        ? [`+${source(node.argument)}`]
        : []
    case 'UpdateExpression':
      return [source(node).replace(node.operator, node.operator === '++' ? '--' : '++')]
    case 'ArrayExpression':
      return node.elements.length > 0 ? ['[]'] : []
    case 'Literal':
      return typeof node.value === 'boolean' ? [String(!node.value)] : []
    case 'CallExpression': {
      const { callee } = node
      if (callee.type !== 'MemberExpression' || callee.computed || node.optional) return []
      const { name } = callee.property
      if (DROPPED.has(name)) return [source(callee.object)]
      if (METHODS[name] === undefined || callee.optional) return []
      return [
        text.slice(node.start, callee.property.start) +
          METHODS[name] +
          text.slice(callee.property.end, node.end),
      ]
    }
    case 'ChainExpression':
      return [withoutChecks(node.expression, text)]
    default:
      return []
  }
}

const statementsOf = (node) =>
  node.type === 'BlockStatement' ? node.body : node.type === 'SwitchCase' ? node.consequent : []

/** `a?.b?.[c]` as `a.b[c]`. */
function withoutChecks(node, text) {
  const at = node.type === 'CallExpression' ? node.callee : node.object
  if (!at) return text.slice(node.start, node.end)
  const rest = text.slice(at.end, node.end)
  const bare = node.optional ? rest.replace(/^(\s*)\?\.(?=[[(])/, '$1').replace('?.', '.') : rest
  return text.slice(node.start, at.start) + withoutChecks(at, text) + bare
}

/**
 * The mutants of a source, and the source with all of them behind `switchOn(id)`, ids counted from `first`. What is
 * reckoned once, when the file is loaded, is left as it is: no switch reaches it. So are the words of failures.
 */
export function mutantsOf(file, text, first, switchOn) {
  const tree = parseAst(text, { lang: 'ts' }, file)
  const mutants = []
  const before = new Map()
  const after = new Map()
  const put = (map, at, words, isOuter) => {
    const all = map.get(at) ?? []
    if (isOuter) all.unshift(words)
    else all.push(words)
    map.set(at, all)
  }
  const lineOf = (at) => text.slice(0, at).split('\n').length
  const add = (node, now, isBlock = false) => {
    const id = first + mutants.length
    const was = text.slice(node.start, node.end)
    mutants.push({
      id,
      file,
      line: lineOf(node.start),
      was: isBlock ? `${was.slice(0, 60)}` : was,
      now,
    })
    return id
  }
  const wrap = (node, others) => {
    if (others.length === 0) return
    const choices = others.map((now) => `${switchOn(add(node, now))}?(${now}):`).join('')
    put(before, node.start, `(${choices}(`, true)
    put(after, node.end, '))', false)
  }
  const emptied = (block, isBody) => {
    if (block?.type !== 'BlockStatement' || block.body.length === 0) return
    const id = add(block, isBody ? '{ return }' : '{}', true)
    if (isBody) put(after, block.start + 1, `if(${switchOn(id)})return;`, false)
    else {
      put(after, block.start + 1, `if(!(${switchOn(id)})){`, false)
      put(before, block.end - 1, '}', true)
    }
  }
  const visit = (node, inside) => {
    if (!node || typeof node !== 'object') return
    if (Array.isArray(node)) {
      for (const one of node) visit(one, inside)
      return
    }
    if (typeof node.type !== 'string' || node.type === 'ThrowStatement') return
    if (
      /^TS(?!AsExpression|NonNull|Satisfies)/.test(node.type) ||
      /^(Import|ExportAll)/.test(node.type)
    )
      return
    const within = inside || FUNCTIONS.has(node.type)
    for (const key of Object.keys(node)) {
      if (key === 'typeAnnotation' || key === 'returnType' || key === 'typeParameters') continue
      if (key === 'typeArguments' || (key === 'key' && !node.computed)) continue
      if (
        (node.type === 'MemberExpression' && key === 'property' && !node.computed) ||
        key === 'id'
      )
        continue
      if (node.type === 'AssignmentExpression' && key === 'left') continue
      if (node.type === 'UpdateExpression' && key === 'argument') continue
      visit(node[key], within)
    }
    // Lines end without a semicolon: one that now begins with a bracket must not call the line before.
    for (const one of statementsOf(node))
      if (one.type === 'ExpressionStatement') put(before, one.start, ';', true)
    if (FUNCTIONS.has(node.type)) {
      if (node.body.type === 'BlockStatement') emptied(node.body, true)
      else if (inside || node.params.length > 0) wrap(node.body, ['undefined'])
    }
    if (!inside) return
    if (node.type === 'IfStatement') {
      emptied(node.consequent, false)
      emptied(node.alternate, false)
    } else if (/^(For|While)/.test(node.type)) emptied(node.body, false)
    const others = insteadOf(node, text)
    wrap(node, others)
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression')
      wrap(node.test, ['true', 'false'])
    else if ((node.type === 'ForStatement' || node.type === 'WhileStatement') && node.test)
      wrap(node.test, ['false'])
  }
  visit(tree.body, false)
  let out = ''
  for (let at = 0; at <= text.length; at++) {
    out += (after.get(at) ?? []).join('') + (before.get(at) ?? []).join('')
    out += text[at] ?? ''
  }
  return { mutants, source: out }
}
