//! Signals from the keyboard while another program has the terminal.

use anyhow::Result;

/// Outlives what a person interrupts in the editor: a signal from the keyboard goes to both, and is for the editor
/// alone, as it is under git. The editor itself gets it as ever: a handler is not handed on, as ignoring would be.
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
