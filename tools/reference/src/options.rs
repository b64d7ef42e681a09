//! The command line.

pub const USAGE: &str = "usage: lex-reference check FILE
       lex-reference parse FILE
       lex-reference code FILE
       lex-reference run [--max-steps N] [--allow-effects K,...] [--budget N]
                         [--trace] [--repeat N] FILE [FN] [JSON-ARG...] [-- PROGRAM-ARG...]";

/// The reference's own limit for `lex run`.
const DEFAULT_MAX_STEPS: u64 = 10_000_000;

#[derive(Clone, Copy, PartialEq)]
pub enum Command {
    Check,
    Parse,
    Code,
    Run,
}

pub struct Options {
    pub command: Command,
    pub file: String,
    pub function: String,
    /// JSON texts.
    pub args: Vec<String>,
    pub program_args: Vec<String>,
    pub max_steps: u64,
    pub allow_effects: Vec<String>,
    pub budget: Option<u64>,
    pub trace: bool,
    /// How often to call the function; 0 is once, untimed.
    pub repeat: u64,
}

fn number(flag: &str, text: Option<String>) -> Result<u64, String> {
    text.and_then(|t| t.parse().ok())
        .ok_or_else(|| format!("{flag} needs a number"))
}

/// Reads the words after the program's name; an error is a message for the user.
pub fn parse(mut words: impl Iterator<Item = String>) -> Result<Options, String> {
    let command = match words.next().as_deref() {
        Some("check") => Command::Check,
        Some("parse") => Command::Parse,
        Some("code") => Command::Code,
        Some("run") => Command::Run,
        Some(other) => return Err(format!("unknown command {other}")),
        None => return Err("no command".into()),
    };
    let mut options = Options {
        command,
        file: String::new(),
        function: "main".into(),
        args: Vec::new(),
        program_args: Vec::new(),
        max_steps: DEFAULT_MAX_STEPS,
        allow_effects: Vec::new(),
        budget: None,
        trace: false,
        repeat: 0,
    };
    let mut positional = Vec::new();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--max-steps" => {
                let limit = number(&word, words.next())?;
                options.max_steps = if limit == 0 { u64::MAX } else { limit };
            }
            "--allow-effects" => {
                let kinds = words.next().ok_or("--allow-effects needs a value")?;
                options.allow_effects = kinds
                    .split(',')
                    .filter(|k| !k.is_empty())
                    .map(String::from)
                    .collect();
            }
            "--budget" => options.budget = Some(number(&word, words.next())?),
            "--trace" => options.trace = true,
            "--repeat" => options.repeat = number(&word, words.next())?,
            "--" => {
                options.program_args.extend(words);
                break;
            }
            _ => positional.push(word),
        }
    }
    let mut positional = positional.into_iter();
    options.file = positional.next().ok_or("no file")?;
    if let Some(function) = positional.next() {
        options.function = function;
    }
    options.args.extend(positional);
    Ok(options)
}
