//! The command line: see the library's documentation for how it is built.

fn main() -> std::process::ExitCode {
    register::cli::main()
}
