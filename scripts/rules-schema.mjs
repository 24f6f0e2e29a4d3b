// What a configuration may set for each rule, as JSON Schema.

export function rulesSchema(rules) {
  return {
    description: 'Levels by rule, or levels with options.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
  }
}

function ruleSchema({summary, options}) {
  const level = {$ref: '#/$defs/level'}
  const setting = {
    type: 'array',
    minItems: 1,
    maxItems: 2,
    prefixItems: [level, optionsSchema(options)],
  }
  return {description: summary.en, anyOf: [level, setting]}
}

function optionsSchema(options) {
  const properties = Object.entries(options).map(([name, option]) => [
    name,
    {description: option.description.en, ...typeOf(option), default: option.default},
  ])
  return {type: 'object', additionalProperties: false, properties: Object.fromEntries(properties)}
}

function typeOf({type, values, minimum = 0}) {
  if (type === 'boolean') return {type}
  if (type === 'integer') return {type, minimum}
  return type === 'choice' ? {enum: values} : {type: 'array', items: {type: 'string'}}
}
