//! What is going on where it takes a while: said on a terminal once a second has passed, and gone when it is done.

use crate::cli::ui::Ui;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// How long something may take before it is told of.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often what is shown is shown anew.
const TICK: Duration = Duration::from_millis(200);

/// Something that may take a while. Nothing else is said until it is dropped.
pub struct Progress {
    bar: ProgressBar,
    is_done: Arc<AtomicBool>,
}

impl Progress {
    /// Begins something, of which it is not known how far it is.
    pub fn begin(what: String) -> Self {
        Self::with(ProgressBar::hidden(), "{spinner} {msg} · {elapsed}", what)
    }

    /// Begins something of so many steps.
    pub fn of(steps: usize, what: String) -> Self {
        let bar = ProgressBar::with_draw_target(u64::try_from(steps).ok(), ProgressDrawTarget::hidden());
        Self::with(bar, "{spinner} {msg} {pos}/{len} {wide_bar} {eta}", what)
    }

    fn with(bar: ProgressBar, template: &str, what: String) -> Self {
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_message(what);
        let is_done = Arc::new(AtomicBool::new(false));
        if Ui::can_ask() {
            let (shown, done) = (bar.clone(), Arc::clone(&is_done));
            thread::spawn(move || {
                thread::sleep(PATIENCE);
                if !done.load(Ordering::SeqCst) {
                    shown.set_draw_target(ProgressDrawTarget::stderr());
                    shown.enable_steady_tick(TICK);
                }
            });
        }
        Self { bar, is_done }
    }

    /// One step further.
    pub fn step(&self) {
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.is_done.store(true, Ordering::SeqCst);
        self.bar.finish_and_clear();
    }
}
