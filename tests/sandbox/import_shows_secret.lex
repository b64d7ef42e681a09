# tries: to read a secret as a source file and to show it in the syntax error
# stopped: loader; errors show nothing of an imported file that is not named .lex
# run: {box}/inside/reads_secret.lex
# exit: 1
# stderr: error: parse {box}/outside/secret.txt: not a Lex program

fn main() -> Int { 2 }
