//! From a file to a checked syntax tree and to bytecode.

use lex_ast::Stage;
use lex_bytecode::Program;
use serde_json::{json, Value as Json};
use std::path::Path;

/// What stops a program before it runs.
pub enum Rejected {
    /// Lexer, parser or loader; the text the reference prints.
    Load(String),
    /// The checker; one JSON object per type error.
    Types(Vec<Json>),
}

impl Rejected {
    /// The `error` and `check_errors` members of an answer.
    pub fn describe(&self) -> (Json, Json) {
        match self {
            Rejected::Load(message) => (json!(message), json!([])),
            Rejected::Types(errors) => (json!("type errors"), json!(errors)),
        }
    }
}

fn stages(file: &str) -> Result<Vec<Stage>, Rejected> {
    let program = lex_syntax::load_program(Path::new(file))
        .map_err(|e| Rejected::Load(e.to_string()))?;
    Ok(lex_ast::canonicalize_program(&program))
}

/// The checked tree, with typed decoding made explicit as `lex run` does it.
fn checked_stages(file: &str) -> Result<Vec<Stage>, Rejected> {
    let mut stages = stages(file)?;
    match lex_types::check_and_rewrite_program(&mut stages) {
        Ok(_) => Ok(stages),
        Err(errors) => Err(Rejected::Types(
            errors
                .iter()
                .map(|e| serde_json::to_value(e).expect("a type error is plain data"))
                .collect(),
        )),
    }
}

pub fn compile(file: &str) -> Result<Program, Rejected> {
    Ok(lex_bytecode::compile_program(&checked_stages(file)?))
}

fn verdict<T>(outcome: Result<T, Rejected>, show: impl Fn(T) -> Json) -> (Json, bool) {
    match outcome {
        Ok(value) => (show(value), true),
        Err(rejected) => {
            let (error, check_errors) = rejected.describe();
            (json!({"ok": false, "error": error, "check_errors": check_errors}), false)
        }
    }
}

/// Answers the type errors of `file`.
pub fn check(file: &str) -> (Json, bool) {
    verdict(checked_stages(file), |_| {
        json!({"ok": true, "error": null, "check_errors": []})
    })
}

/// Answers the canonical tree of `file`, unchecked.
pub fn parse(file: &str) -> (Json, bool) {
    verdict(stages(file), |stages| {
        serde_json::to_value(&stages).expect("a stage is plain data")
    })
}

/// Answers the bytecode of every function of `file`, one text per instruction.
pub fn code(file: &str) -> (Json, bool) {
    verdict(compile(file), |program| {
        let functions: Vec<Json> = program
            .functions
            .iter()
            .map(|f| {
                let code: Vec<String> = f.code.iter().map(|op| format!("{op:?}")).collect();
                json!({"name": f.name, "arity": f.arity, "locals": f.locals_count,
                       "code": code})
            })
            .collect();
        json!({"functions": functions})
    })
}
