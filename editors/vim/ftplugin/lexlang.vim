" Settings for Lex.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal comments=:# commentstring=#\ %s
setlocal expandtab shiftwidth=2 softtabstop=2
if executable('lexvm')
  setlocal formatprg=lexvm\ fmt\ -
  setlocal makeprg=lexvm\ check\ --strict\ %
  setlocal errorformat=%Eerror:\ %m,%Wwarning[%*[^]]]:\ %m,%Z\ \ -->\ %f:%l:%c,%-G%.%#
endif

let b:undo_ftplugin = 'setlocal comments< commentstring< expandtab< shiftwidth<'
      \ . ' softtabstop< formatprg< makeprg< errorformat<'
