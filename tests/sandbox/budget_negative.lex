# tries: to earn budget by a function that declares a negative cost
# stopped: lexer and parser; an effect's argument has no sign
# run: --allow-effects budget --budget 1 FILE
# exit: 1
# stderr: error: the argument of an effect is a text, a number or a name...

fn earn() -> [budget(-100)] Int { 1 }

fn spend() -> [budget(50)] Int { 2 }

fn main() -> [budget(50)] Int { earn() + spend() }
