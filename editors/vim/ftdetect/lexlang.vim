" Vim calls flex scanners `lex`, so that Lex has another name.
autocmd BufRead,BufNewFile *.lex setlocal filetype=lexlang
