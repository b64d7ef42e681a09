//! Running one function of a program.

use crate::options::Options;
use crate::source;
use lex_bytecode::{Program, Value, Vm};
use lex_runtime::{DefaultHandler, IoSink, Policy};
use lex_trace::Recorder;
use serde_json::{json, Value as Json};
use std::sync::{Arc, Mutex};
use std::time::Instant;

/// Collects what the program prints, so that it does not mix with the answer.
struct Printed(Arc<Mutex<String>>);

impl IoSink for Printed {
    fn print_line(&mut self, line: &str) {
        let mut text = self.0.lock().unwrap();
        text.push_str(line);
        text.push('\n');
    }
}

fn policy(options: &Options) -> Policy {
    let mut policy = Policy::pure();
    policy.allow_effects = options.allow_effects.iter().cloned().collect();
    policy.budget = options.budget;
    policy
}

fn arguments(options: &Options) -> Result<Vec<Value>, String> {
    options
        .args
        .iter()
        .map(|text| {
            serde_json::from_str::<Json>(text)
                .map(|json| Value::from_json(&json))
                .map_err(|e| format!("arg `{text}` must be JSON: {e}"))
        })
        .collect()
}

/// An answer for a program that never started.
fn not_started(error: Json, check_errors: Json) -> (Json, bool) {
    let answer = json!({
        "result": null, "error": error, "steps": 0,
        "memo": {"hits": 0, "misses": 0, "skips": 0},
        "trace": null, "check_errors": check_errors, "stdout": "",
    });
    (answer, false)
}

/// Runs `options.function` on a fresh machine.
pub fn run(options: &Options) -> (Json, bool) {
    let program = match source::compile(&options.file) {
        Ok(program) => Arc::new(program),
        Err(rejected) => {
            let (error, check_errors) = rejected.describe();
            return not_started(error, check_errors);
        }
    };
    let policy = policy(options);
    if let Err(violations) = lex_runtime::check_program(&program, &policy) {
        let details = serde_json::to_value(&violations).expect("a violation is plain data");
        return not_started(json!("policy violations"), details);
    }
    let args = match arguments(options) {
        Ok(args) => args,
        Err(message) => return not_started(json!(message), json!([])),
    };

    let mut calls_ns = Vec::new();
    for _ in 1..options.repeat {
        calls_ns.push(call(options, &program, &policy, args.clone()).2);
    }
    let (mut answer, succeeded, ns) = call(options, &program, &policy, args);
    if options.repeat > 0 {
        calls_ns.push(ns);
        answer["calls_ns"] = json!(calls_ns);
    }
    (answer, succeeded)
}

/// Calls the function on a fresh machine: the answer, whether it succeeded, and the
/// nanoseconds that machine and call took.
fn call(
    options: &Options,
    program: &Arc<Program>,
    policy: &Policy,
    args: Vec<Value>,
) -> (Json, bool, u64) {
    let printed = Arc::new(Mutex::new(String::new()));
    let handler = DefaultHandler::new(policy.clone())
        .with_program(Arc::clone(program))
        .with_program_args(options.program_args.clone())
        .with_sink(Box::new(Printed(Arc::clone(&printed))));
    let recorder = Recorder::new();
    let recording = recorder.handle();

    let start = Instant::now();
    let mut vm = Vm::with_handler(program, Box::new(handler));
    vm.set_step_limit(options.max_steps);
    if options.trace {
        vm.set_tracer(Box::new(recorder));
    }
    let outcome = vm.call(&options.function, args);
    let ns = start.elapsed().as_nanos() as u64;
    let (result, error) = match &outcome {
        Ok(value) => (Some(value.to_json()), None),
        Err(e) => (None, Some(e.to_string())),
    };
    let memo = json!({
        "hits": vm.pure_memo_hits,
        "misses": vm.pure_memo_misses,
        "skips": vm.pure_memo_skips,
    });
    let steps = vm.steps;
    drop(vm);

    let trace = options.trace.then(|| {
        recording.finalize(
            options.function.clone(), Json::Null, result.clone(), error.clone(), 0, 0)
    });
    let stdout = printed.lock().unwrap().clone();
    let answer = json!({
        "result": result, "error": error, "steps": steps, "memo": memo,
        "trace": trace, "check_errors": [], "stdout": stdout,
    });
    (answer, error.is_none(), ns)
}
