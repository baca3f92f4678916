//! The build tool: `cargo xtask COMMAND`. Each command is one file with a `run` function and a row
//! in [`COMMANDS`]; what several of them need is in `shell`, `tools`, `stamp` and `site`.

mod bench;
mod build;
mod check;
mod dates;
mod notices;
mod nouns;
mod score;
mod serve;
mod shell;
mod site;
mod sizes;
mod stamp;
mod steps;
mod test;
mod tools;
mod train;

use anyhow::Result;
use std::process::ExitCode;

/// A command: its name, what it takes, what it does, and the function.
struct Command {
    name: &'static str,
    args: &'static str,
    does: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        args: "[--open] [--port N]",
        does: "build the site and serve it on this machine",
        run: serve::run,
    },
    Command { name: "build", args: "", does: "build the static site into dist/", run: build::run },
    Command {
        name: "test",
        args: "[PART …]",
        does: "run every check and test, or only the parts named",
        run: test::run,
    },
    Command { name: "check", args: "", does: "the quick parts: format, lints, types, sizes", run: check::run },
    Command { name: "bench", args: "", does: "measure how fast the core reads, native and as wasm", run: bench::run },
    Command {
        name: "score",
        args: "[--rules] [FOLDER]",
        does: "measure how well the core reads, on the development sets where they are present",
        run: score::run,
    },
    Command {
        name: "nouns",
        args: "FOLDER",
        does: "make the table of counted nouns anew from WordNet",
        run: nouns::run,
    },
    Command {
        name: "train",
        args: "FOLDER",
        does: "make the tagger's model anew from annotated sets",
        run: train::run,
    },
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = args.split_first() else {
        print!("{}", help());
        return ExitCode::SUCCESS;
    };
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        eprint!("There is no command `{name}`.\n\n{}", help());
        return ExitCode::FAILURE;
    };
    match (command.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn help() -> String {
    let mut text = String::from("cargo xtask COMMAND\n\n");
    for Command { name, args, does, .. } in COMMANDS {
        text += &format!("  {:<26} {does}\n", format!("{name} {args}"));
    }
    text + &format!("\nParts of `test`: {}\n", steps::names().join(", "))
}
