//! How cells look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// What a cell stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ground {
    /// The sheet's own.
    #[default]
    Plain,
    /// A heading's.
    Heading,
    /// What is as it should be.
    Good,
    /// What is worth an eye.
    Watch,
    /// What is wrong, late or missing.
    Bad,
    /// What is not known.
    Unknown,
    /// What is told for knowledge alone.
    Faint,
    /// What is to be filled in.
    Open,
}

/// How a cell looks, beside what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Look {
    /// What it stands on.
    pub ground: Ground,
    /// Whether its letters are strong.
    pub is_strong: bool,
    /// Whether its letters are larger than others.
    pub is_large: bool,
    /// How many steps it stands in.
    pub indent: u8,
    /// A sign that is shown before what the cell holds, and is no part of it.
    pub sign: Option<&'static str>,
    /// Whether it stands to the right, as the numbers below a heading do.
    pub is_to_right: bool,
    /// Whether its text is kept sign by sign, also by programs that make numbers and days of texts.
    pub is_exact: bool,
    /// Whether it may be written in where the sheet is protected.
    pub is_open: bool,
}

impl Look {
    /// Something that stands on a ground.
    #[must_use]
    pub fn on(ground: Ground) -> Self {
        Self { ground, ..Self::default() }
    }

    /// A heading over a column.
    #[must_use]
    pub fn heading() -> Self {
        Self { ground: Ground::Heading, is_strong: true, ..Self::default() }
    }

    /// The same with strong letters.
    #[must_use]
    pub fn strong(self) -> Self {
        Self { is_strong: true, ..self }
    }
}

/// What a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Text,
    Number,
    Day,
}

/// A look as the writer of workbooks has it, with the form that the cell's number or text is shown in.
pub(super) fn format_of(look: Look, form: &str, sort: Sort) -> Format {
    let form = match look.sign {
        Some(sign) => format!("\"{sign} \"{form}"),
        None => form.to_owned(),
    };
    let mut format = Format::new().set_num_format(form).set_align(FormatAlign::Top);
    if sort == Sort::Text {
        format = format.set_text_wrap();
    }
    // What stands to the right keeps away from what stands to the left in the next column.
    format = match (sort, look.is_to_right) {
        (Sort::Number, _) | (_, true) => format.set_align(FormatAlign::Right).set_indent(1),
        (Sort::Day, _) => format.set_align(FormatAlign::Left),
        (Sort::Text, _) if look.indent > 0 => format.set_indent(look.indent),
        (Sort::Text, _) => format,
    };
    if look.is_strong {
        format = format.set_bold();
    }
    if look.is_large {
        format = format.set_font_size(14);
    }
    if look.is_open {
        format = format.set_unlocked();
    }
    let line = Color::RGB(0xb8_c4ce);
    match look.ground {
        Ground::Plain => format,
        Ground::Heading => format
            .set_background_color(Color::RGB(0xdc_e6ee))
            .set_align(FormatAlign::VerticalCenter)
            .set_border_bottom(FormatBorder::Thin),
        Ground::Good => format.set_background_color(Color::RGB(0xe0_f0e3)).set_font_color(Color::RGB(0x14_5229)),
        Ground::Watch => format.set_background_color(Color::RGB(0xff_f1cc)).set_font_color(Color::RGB(0x66_4600)),
        Ground::Bad => format.set_background_color(Color::RGB(0xfb_dedb)).set_font_color(Color::RGB(0x8a_1a10)),
        Ground::Unknown => format.set_background_color(Color::RGB(0xec_ecec)).set_font_color(Color::RGB(0x40_4040)),
        Ground::Faint => format.set_font_color(Color::RGB(0x59_5959)).set_background_color(Color::RGB(0xf4_f5f6)),
        Ground::Open => {
            format.set_background_color(Color::RGB(0xff_fdf2)).set_border(FormatBorder::Thin).set_border_color(line)
        }
    }
}
