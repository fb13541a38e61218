//! Another program that has the terminal, the editor or the pager, and signals from the keyboard meanwhile.

use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// The program that a person names in a variable, where it may have arguments of its own: by the shell, as git does.
/// The shell outlives what is interrupted in the program; a trap is not handed on.
pub fn named_program(words: &str) -> Command {
    if !cfg!(windows) {
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!("trap : INT QUIT; {words} \"$@\"")).arg(words);
        return shell;
    }
    // The name of a program may have spaces there.
    let is_name = Path::new(words).is_file();
    let mut words = if is_name { vec![words] } else { words.split_whitespace().collect() }.into_iter();
    let mut program = Command::new(words.next().unwrap_or_default());
    program.args(words);
    program
}

/// Outlives what a person interrupts in the other program: a signal from the keyboard goes to both, and is for that one
/// alone, as it is under git. It gets it as ever: a handler is not handed on, as ignoring would be.
pub struct Patience;

#[cfg(unix)]
mod signals {
    use signal_hook::consts::{SIGINT, SIGQUIT};
    use signal_hook::flag::register_conditional_default;
    use std::io;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::{Arc, OnceLock};

    /// Whether signals end the program.
    static ENDING: OnceLock<Arc<AtomicBool>> = OnceLock::new();

    pub fn set_ending(ending: bool) -> io::Result<()> {
        let known = ENDING.get();
        let flag = ENDING.get_or_init(|| Arc::new(AtomicBool::new(ending)));
        flag.store(ending, Ordering::SeqCst);
        if known.is_none() {
            for signal in [SIGINT, SIGQUIT] {
                register_conditional_default(signal, Arc::clone(flag))?;
            }
        }
        Ok(())
    }
}

impl Patience {
    /// From now on, until it is dropped.
    pub fn begin() -> Result<Self> {
        #[cfg(unix)]
        signals::set_ending(false)?;
        Ok(Self)
    }
}

impl Drop for Patience {
    fn drop(&mut self) {
        // Where it could be begun, it can be ended.
        #[cfg(unix)]
        let _ = signals::set_ending(true);
    }
}
