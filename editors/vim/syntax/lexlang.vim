" Colours for Lex.
if exists('b:current_syntax')
  finish
endif

syntax match lexlangName '\<[a-z_][A-Za-z0-9_]*\>'
syntax match lexlangType '\<[A-Z][A-Za-z0-9_]*\>'
syntax match lexlangCall '\<[a-z_][A-Za-z0-9_]*\ze('
syntax match lexlangExamples '\<examples\ze\s*{'

syntax keyword lexlangConditional match if else
syntax keyword lexlangStatement let return
syntax keyword lexlangInclude import as
syntax keyword lexlangDeclaration fn type
syntax keyword lexlangBoolean true false
syntax keyword lexlangWordOperator and or not
syntax keyword lexlangBuiltin Int Float Bool Str Bytes Unit List Map Set Option Result
syntax keyword lexlangConstructor Some None Ok Err

syntax match lexlangFunction '\<fn\s\+\zs[A-Za-z_][A-Za-z0-9_]*'
syntax match lexlangOperator '|>\|->\|=>\|:=\|::\|==\|!=\|<=\|>=\|\.\.\.\|[-+*/%<>.,:;?=|(){}\[\]]'
syntax match lexlangOperator '\<_\>'
syntax match lexlangNumber '\<\d[0-9_]*\%(\.\d[0-9_]*\)\?\%([eE][-+]\?\d\+\)\?'

syntax match lexlangEscape '\\[nrt\\"0]' contained
syntax match lexlangBadEscape '\\[^nrt\\"0]' contained
syntax region lexlangString start='\<b\?"' start='"' skip='\\.' end='"'
      \ contains=lexlangEscape,lexlangBadEscape
syntax region lexlangString start='\<f"' skip='\\.' end='"'
      \ contains=lexlangEscape,lexlangBadEscape,lexlangHole
syntax region lexlangHole matchgroup=lexlangDelimiter start='{' end='}' contained
      \ contains=lexlangHoleString,lexlangHoleBraces,lexlangName,lexlangType,lexlangCall,
      \lexlangConditional,lexlangStatement,lexlangDeclaration,lexlangBoolean,
      \lexlangWordOperator,lexlangBuiltin,lexlangConstructor,lexlangOperator,lexlangNumber
syntax region lexlangHoleBraces start='{' end='}' contained transparent
syntax region lexlangHoleString start='\\"' end='\\"' contained

syntax match lexlangComment '#.*$' contains=@Spell

highlight default link lexlangComment Comment
highlight default link lexlangString String
highlight default link lexlangHoleString String
highlight default link lexlangDelimiter Delimiter
highlight default link lexlangEscape SpecialChar
highlight default link lexlangBadEscape Error
highlight default link lexlangNumber Number
highlight default link lexlangBoolean Boolean
highlight default link lexlangConditional Conditional
highlight default link lexlangStatement Statement
highlight default link lexlangInclude Include
highlight default link lexlangDeclaration Keyword
highlight default link lexlangExamples Keyword
highlight default link lexlangWordOperator Operator
highlight default link lexlangOperator Operator
highlight default link lexlangType Type
highlight default link lexlangBuiltin Type
highlight default link lexlangConstructor Constant
highlight default link lexlangFunction Function
highlight default link lexlangCall Function
highlight default link lexlangName NONE

let b:current_syntax = 'lexlang'
