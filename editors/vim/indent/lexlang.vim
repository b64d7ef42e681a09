" Indenting Lex: one step for each line with open brackets, as `lexvm fmt` does.
if exists('b:did_indent')
  finish
endif
let b:did_indent = 1

setlocal indentexpr=LexlangIndent(v:lnum)
setlocal indentkeys=0},0),0],o,O
let b:undo_indent = 'setlocal indentexpr< indentkeys<'

if exists('*LexlangIndent')
  finish
endif

" How many more brackets a line opens than it closes; those that close what is open before
" the line count only if a:all is set.
function s:Opened(lnum, all) abort
  let depth = 0
  let text = getline(a:lnum)
  for column in range(len(text))
    let char = text[column]
    if char !~# '[][(){}]'
      continue
    endif
    let group = synIDattr(synID(a:lnum, column + 1, 1), 'name')
    if group ==# 'lexlangString' || group ==# 'lexlangComment'
      continue
    endif
    let depth += char =~# '[[({]' ? 1 : -1
    if depth < 0 && !a:all
      let depth = 0
    endif
  endfor
  return depth
endfunction

function LexlangIndent(lnum) abort
  let before = prevnonblank(a:lnum - 1)
  if before == 0
    return 0
  endif
  let steps = s:Opened(before, 0) > 0 ? 1 : 0
  if getline(a:lnum) =~# '^\s*[])}]'
    let steps -= 1
  endif
  return max([0, indent(before) + steps * shiftwidth()])
endfunction
