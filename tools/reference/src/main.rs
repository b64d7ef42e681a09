//! Runs a Lex program on the published reference crates and prints one JSON
//! object that tells everything our own virtual machine has to reproduce:
//! result or error, printed text, steps, memo counters, trace.

mod options;
mod run;
mod source;

use options::{Command, Options};
use serde_json::Value as Json;

/// Deep Lex programs nest the virtual machine natively, so that the ordinary
/// thread stack would end before the language's own depth limit.
const STACK_BYTES: usize = 1 << 30;

fn answer(options: Options) -> (Json, bool) {
    match options.command {
        Command::Check => source::check(&options.file),
        Command::Parse => source::parse(&options.file),
        Command::Code => source::code(&options.file),
        Command::Run => run::run(&options),
    }
}

fn main() {
    let options = match options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("error: {message}\n{}", options::USAGE);
            std::process::exit(2);
        }
    };
    let worker = std::thread::Builder::new()
        .stack_size(STACK_BYTES)
        .spawn(move || answer(options))
        .expect("a thread for the program");
    match worker.join() {
        Ok((json, fine)) => {
            println!("{json}");
            std::process::exit(if fine { 0 } else { 1 });
        }
        // The panic text is on standard error already.
        Err(_) => std::process::exit(101),
    }
}
