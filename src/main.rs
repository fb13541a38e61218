//! The command line: see the library's documentation for how it is built.

// A large register is millions of small texts, which the system's own allocator is slow at
// (docs/performance.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    register::cli::main()
}
