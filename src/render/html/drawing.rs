//! Drawings as SVG, in the colour of the text. What each shows stands in the row beside it.

use crate::render::words::ends;
use crate::report::Drawing;

const HEIGHT: f64 = 24.0;
/// How wide the longest bar is.
const LONGEST: f64 = 240.0;
/// How far a curve goes from one number to the next.
const STEP: f64 = 14.0;

/// A drawing as SVG.
pub(super) fn svg(drawing: &Drawing) -> String {
    match drawing {
        Drawing::Bar { value, most } => {
            let width = if *most > 0.0 { (value / most).clamp(0.0, 1.0) * LONGEST } else { 0.0 };
            let bar = format!("<rect width=\"{width:.1}\" height=\"14\"/>");
            element(LONGEST, 14.0, &bar)
        }
        Drawing::Curve(values) => {
            let (least, most) = ends(values);
            let span = (most - least).max(f64::MIN_POSITIVE);
            let at = |(place, value): (u32, &Option<f64>)| {
                value.map(|value| {
                    (f64::from(place) * STEP + 3.0, HEIGHT - 2.0 - (value - least) / span * (HEIGHT - 4.0))
                })
            };
            let points: Vec<Option<(f64, f64)>> = (0..).zip(values).map(at).collect();
            let width = f64::from(u32::try_from(values.len()).unwrap_or_default()) * STEP;
            // What is not known leaves a gap.
            let stretches = points.split(Option::is_none).filter(|stretch| !stretch.is_empty()).map(|stretch| {
                let ends: Vec<String> = stretch.iter().flatten().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
                format!("<polyline points=\"{}\"/>", ends.join(" "))
            });
            let last =
                points.iter().flatten().last().map(|(x, y)| format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2\"/>"));
            let inner: String = stretches.chain(last).collect();
            element(width, HEIGHT, &inner)
        }
    }
}

/// A drawing of a size that is made smaller where there is less room.
fn element(width: f64, height: f64, inner: &str) -> String {
    format!(
        "<svg class=\"drawing\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         preserveAspectRatio=\"xMinYMid meet\" aria-hidden=\"true\">{inner}</svg>"
    )
}
