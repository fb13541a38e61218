//! A workbook and its sheets, being made.

use super::look::{Look, Sort, format_of};
use super::names::sheet_name;
use crate::model::{Day, visible};
use crate::personal_data::mask;
use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, Write};

/// What a workbook says of itself in its properties.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin<'s> {
    /// Who it is from.
    pub publisher: &'s str,
    /// What everything from there carries.
    pub notice: &'s str,
    /// The day that it is of.
    pub on: Option<Day>,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content<'t> {
    /// Nothing.
    Empty,
    /// A text, which nothing takes for a formula.
    Text(Cow<'t, str>),
    /// A number with the decimals that it has.
    Number(f64),
    /// A whole number of things.
    Count(i64),
    /// A whole number that says which one, such as a year.
    Ordinal(i64),
    /// A number with its unit, which is shown and no part of it.
    Measured(f64, Cow<'t, str>),
    /// A part of the whole, where 1 is all of it.
    Share(f64),
    /// An amount in the workbook's currency.
    Money(i64),
    /// A day.
    Day(Day),
    /// Nothing, where a day is to be written.
    NoDay,
}

impl<'t> Content<'t> {
    /// A text; nothing where it is empty.
    pub fn text(text: impl Into<Cow<'t, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Content::Empty } else { Content::Text(text) }
    }
}

/// The most that a cell can hold, in units of UTF-16, and what stands where a text is longer.
const LONGEST_TEXT: usize = 32_767;
const CUT: &str = " […]";
/// The most numbers of which each has a cell of its own: beyond it they lie too close.
const EXACT: u64 = 1 << 53;
/// How wide a column is made at most, in digits of the usual letters, the wider the more room the others leave; and at
/// least.
const WIDEST: [usize; 5] = [60, 48, 40, 32, 26];
const NARROWEST: usize = 7;
/// How wide a column is that is read as prose.
const READ: usize = 90;
/// What stands beside the widest text of a column: the margins of its cells, and what chooses among the rows.
const BESIDE: usize = 3;
/// How wide a sheet of paper is at the size of letters that is easy to read, and at the least that can be read.
const PAGE: usize = 150;
const WIDEST_PAGE: usize = 225;
/// How high a line is, and the highest row that there can be, in points.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;
/// How a day is shown.
const DAY_FORM: &str = "yyyy-mm-dd";
/// A4, as workbooks number paper (ECMA-376, 18.3.1.63).
const A4: u8 = 9;

/// A workbook that is being made.
pub struct Book {
    workbook: Workbook,
    names: Vec<String>,
    looks: Looks,
    title: String,
}

/// The forms and looks that were used: each is made once.
struct Looks {
    /// How an amount is shown.
    money: String,
    known: HashMap<(Look, String), Format>,
}

impl Looks {
    fn get(&mut self, look: Look, form: &str, sort: Sort) -> &Format {
        self.known.entry((look, form.to_owned())).or_insert_with(|| format_of(look, form, sort))
    }
}

impl Book {
    /// A workbook of a title, where an amount of nothing is written so: `0 kr`.
    #[must_use]
    pub fn new(title: &str, no_money: &str, origin: &Origin<'_>) -> Self {
        let mut workbook = Workbook::new();
        let text = |text: &str| shown(text).into_owned();
        let mut properties = DocProperties::new()
            .set_title(text(title))
            .set_author(text(origin.publisher))
            .set_company(text(origin.publisher));
        properties = properties.set_comment(text(origin.notice));
        // What is written twice is the same twice, whatever the clock says.
        let made = origin.on.and_then(excel_day).or_else(|| ExcelDateTime::from_ymd(2000, 1, 1).ok());
        if let Some(made) = made {
            properties = properties.set_creation_datetime(&made);
        }
        workbook.set_properties(&properties);
        let (before, behind) = no_money.split_once('0').unwrap_or(("", ""));
        let quoted =
            |text: &str| if text.is_empty() { String::new() } else { format!("\"{}\"", text.replace('"', "")) };
        let money = format!("{}#,##0{}", quoted(before), quoted(behind));
        Self { workbook, names: Vec::new(), looks: Looks { money, known: HashMap::new() }, title: text(title) }
    }

    /// A new sheet behind the others, called as near to a name as a sheet can be, and printed across on A4.
    ///
    /// # Errors
    /// The workbook can't be made.
    pub fn sheet(&mut self, name: &str) -> io::Result<Sheet<'_>> {
        let name = sheet_name(&shown(name), &self.names);
        let worksheet = self.workbook.add_worksheet();
        worksheet.set_name(&name).map_err(into_io)?;
        worksheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        worksheet.set_margins(0.4, 0.4, 0.5, 0.7, 0.3, 0.3);
        self.names.push(name.clone());
        let (looks, title) = (&mut self.looks, &self.title);
        Ok(Sheet { worksheet, looks, title, name, widths: Vec::new(), texts: Vec::new() })
    }

    /// Writes the workbook.
    ///
    /// # Errors
    /// It can't be written out.
    pub fn save(mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(&self.workbook.save_to_buffer().map_err(into_io)?)
    }
}

/// A sheet that is being made, row by row. Rows and columns count from 0.
pub struct Sheet<'b> {
    worksheet: &'b mut Worksheet,
    looks: &'b mut Looks,
    title: &'b str,
    name: String,
    /// How wide what stands in each column is.
    widths: Vec<usize>,
    /// The cells that may have several lines.
    texts: Vec<Wrapped>,
}

/// A text that may have several lines: its cell, how long it is, and how many lines it ends itself.
struct Wrapped {
    row: u32,
    column: u16,
    length: usize,
    ends: usize,
}

/// A table on a sheet. Rows and columns count from 0.
#[derive(Clone, Copy)]
pub struct Rows<'m> {
    /// The row of its heads.
    pub head: u32,
    /// The last row that is chosen among.
    pub last: u32,
    /// Its last row.
    pub end: u32,
    /// How many columns it has.
    pub columns: u16,
    /// How many of them, from the left, are printed, as far as a page has room for them.
    pub printed: u16,
    /// What is told at the foot of a page where it has no room for so many of them.
    pub more: &'m dyn Fn(usize) -> String,
}

impl Sheet<'_> {
    pub(super) fn worksheet(&mut self) -> &mut Worksheet {
        self.worksheet
    }

    /// Puts something in a cell. Personal data is covered, and signs that steer are shown by their numbers.
    ///
    /// # Errors
    /// The sheet has no such cell.
    pub fn put(&mut self, (row, column): (u32, u16), content: &Content<'_>, look: Look) -> io::Result<()> {
        let width = self.written((row, column), content, look).map_err(into_io)?;
        self.room(column, width + usize::from(look.indent) * 2 + look.sign.map_or(0, |_| 2));
        Ok(())
    }

    /// Writes a cell, and tells how wide it is shown.
    fn written(&mut self, (row, column): (u32, u16), content: &Content<'_>, look: Look) -> Result<usize, XlsxError> {
        let digits = |number: i64| number.to_string().len() + number.to_string().len() / 3;
        let as_number = |number: i64| (number.unsigned_abs() < EXACT).then_some(number);
        let (number, form, width) = match content {
            Content::Empty => {
                let format = self.looks.get(look, "General", Sort::Text);
                self.worksheet.write_blank(row, column, format)?;
                return Ok(0);
            }
            Content::NoDay => {
                let format = self.looks.get(look, DAY_FORM, Sort::Day);
                self.worksheet.write_blank(row, column, format)?;
                return Ok(10);
            }
            Content::Text(text) => return self.text((row, column), text, look),
            Content::Day(day) => match excel_day(*day) {
                Some(date) => {
                    let format = self.looks.get(look, DAY_FORM, Sort::Day);
                    self.worksheet.write_datetime_with_format(row, column, &date, format)?;
                    return Ok(10);
                }
                None => return self.text((row, column), &day.to_string(), look),
            },
            Content::Number(number) => (*number, "General".to_owned(), number.to_string().len()),
            Content::Measured(number, unit) => {
                let unit = shown(unit).replace('"', "");
                let form = if unit.is_empty() { "General".to_owned() } else { format!("General\"\u{a0}{unit}\"") };
                (*number, form, number.to_string().len() + 1 + unit.chars().count())
            }
            Content::Share(share) => {
                // What is short of all is not shown as all, nor what is more than nothing as nothing.
                let is_whole = |share: f64| share.fract() == 0.0;
                let crosses = is_whole((share * 100.0).round() / 100.0) && !is_whole(*share);
                (*share, if crosses { "0.0\u{a0}%" } else { "0\u{a0}%" }.to_owned(), 6)
            }
            Content::Ordinal(number) | Content::Count(number) | Content::Money(number) => {
                let form = match content {
                    Content::Ordinal(_) => "0".to_owned(),
                    Content::Count(_) => "#,##0".to_owned(),
                    _ => self.looks.money.clone(),
                };
                let Some(exact) = as_number(*number) else {
                    return self.text((row, column), &number.to_string(), look);
                };
                let width = digits(exact) + form.matches(|sign: char| sign.is_alphabetic()).count();
                #[allow(clippy::cast_precision_loss)]
                (exact as f64, form, width)
            }
        };
        if !number.is_finite() {
            return self.text((row, column), &number.to_string(), look);
        }
        let format = self.looks.get(look, &form, Sort::Number);
        self.worksheet.write_number_with_format(row, column, number, format)?;
        Ok(width)
    }

    fn text(&mut self, (row, column): (u32, u16), text: &str, look: Look) -> Result<usize, XlsxError> {
        let text = shown(text);
        let text = within(&text);
        let form = if look.sign.is_some() || look.is_exact { "@" } else { "General" };
        let length = text.chars().count();
        if length >= NARROWEST {
            let ends = text.matches('\n').count();
            self.texts.push(Wrapped { row, column, length, ends });
        }
        let format = self.looks.get(look, form, Sort::Text);
        self.worksheet.write_string_with_format(row, column, &*text, format)?;
        Ok(text.lines().map(|line| line.chars().count()).max().unwrap_or_default())
    }

    /// Finishes a sheet that is a table: its heads stay where they are when one moves down, are at the top of each page, and
    /// choose among the rows.
    ///
    /// # Errors
    /// The sheet has no such rows or columns.
    pub fn finish_table(self, rows: Rows<'_>) -> io::Result<()> {
        let Rows { head, last, end, columns, printed, more } = rows;
        self.worksheet.set_freeze_panes(head + 1, 0).map_err(into_io)?;
        self.worksheet.set_repeat_rows(head, head).map_err(into_io)?;
        if let Some(right) = columns.checked_sub(1) {
            self.worksheet.autofilter(head, 0, last.max(head), right).map_err(into_io)?;
        }
        let widths = widths(&self.widths, usize::from(printed));
        // Letters that are too small are as good as none, and what a page leaves out it says.
        let mut wide = 0;
        let has_room = |width: &&usize| {
            wide += **width;
            wide <= WIDEST_PAGE
        };
        let room = widths.iter().take(usize::from(printed)).take_while(has_room).count().max(1);
        let left_out = usize::from(printed).saturating_sub(room);
        let right = u16::try_from(room).unwrap_or(u16::MAX).min(columns).saturating_sub(1);
        self.worksheet.set_print_area(0, 0, end.max(head), right).map_err(into_io)?;
        let more = if left_out == 0 { String::new() } else { more(left_out) };
        self.laid(&widths[..room.min(widths.len())], &widths, &more)
    }

    /// Keeps so much room in a column at least.
    pub fn room(&mut self, column: u16, width: usize) {
        let place = usize::from(column);
        if self.widths.len() <= place {
            self.widths.resize(place + 1, 0);
        }
        self.widths[place] = self.widths[place].max(width);
    }

    /// Finishes a sheet that is filled in: a table whose heads choose among the rows up to the last.
    ///
    /// # Errors
    /// The sheet has no such rows or columns.
    pub fn finish_form(self, last: u32, columns: u16) -> io::Result<()> {
        self.worksheet.set_repeat_rows(0, 0).map_err(into_io)?;
        self.worksheet.autofilter(0, 0, last.max(1), columns.saturating_sub(1)).map_err(into_io)?;
        let widths = widths(&self.widths, self.widths.len());
        self.laid(&widths, &widths, "")
    }

    /// Finishes a sheet of long texts in the first column.
    ///
    /// # Errors
    /// The sheet has no such column.
    pub fn finish_wide(self) -> io::Result<()> {
        self.laid(&[READ], &[READ], "")
    }

    /// Finishes a sheet of texts.
    ///
    /// # Errors
    /// The sheet has no such columns.
    pub fn finish(self) -> io::Result<()> {
        let widths = widths(&self.widths, self.widths.len());
        self.laid(&widths, &widths, "")
    }

    /// Makes each column so wide, and each row as high as its texts in those that are printed.
    fn laid(self, printed: &[usize], widths: &[usize], more: &str) -> io::Result<()> {
        let in_foot = |text: &str| text.chars().take(80).collect::<String>().replace('&', "&&");
        let name = [&*self.name, more].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        self.worksheet.set_footer(format!("&L{}&C{}&R&P (&N)", in_foot(self.title), in_foot(&name)));
        for (column, width) in (0..).zip(widths) {
            let width = f64::from(u16::try_from(*width).unwrap_or(u16::MAX));
            self.worksheet.set_column_width(column, width).map_err(into_io)?;
        }
        let mut row_lines: Option<(u32, usize)> = None;
        let mut heighten = |row: u32, lines: usize| -> io::Result<()> {
            if lines > 1 {
                let height = (LINE * f64::from(u16::try_from(lines).unwrap_or(u16::MAX))).min(HIGHEST);
                self.worksheet.set_row_height(row, height).map_err(into_io)?;
            }
            Ok(())
        };
        for text in &self.texts {
            let Some(width) = printed.get(usize::from(text.column)) else { continue };
            let lines = text.length.div_ceil((width - 1).max(1)) + text.ends;
            match &mut row_lines {
                Some((row, most)) if *row == text.row => *most = lines.max(*most),
                known => {
                    if let Some((row, most)) = known.replace((text.row, lines)) {
                        heighten(row, most)?;
                    }
                }
            }
        }
        row_lines.map_or(Ok(()), |(row, lines)| heighten(row, lines))
    }
}

/// How wide each column is made: as wide as what stands in it, within what a page has room for with all that are printed.
fn widths(wanted: &[usize], printed: usize) -> Vec<usize> {
    let at_most = |most: usize| move |width: &usize| (width + BESIDE).clamp(NARROWEST, most);
    let whole = |most: &usize| wanted.iter().take(printed).map(at_most(*most)).sum::<usize>();
    let most = WIDEST.into_iter().find(|most| whole(most) <= PAGE).unwrap_or(WIDEST[WIDEST.len() - 1]);
    wanted.iter().map(at_most(most)).collect()
}

/// A text as it may stand in a workbook.
fn shown(text: &str) -> Cow<'_, str> {
    match mask(text) {
        Cow::Borrowed(text) => visible(text),
        Cow::Owned(text) => visible(&text).into_owned().into(),
    }
}

/// As much of a text as a cell can hold; that it goes on is said.
fn within(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST_TEXT || text.encode_utf16().count() <= LONGEST_TEXT {
        return text.into();
    }
    let mut left = LONGEST_TEXT - CUT.len();
    let kept = text.chars().take_while(|sign| {
        let fits = sign.len_utf16() <= left;
        left = left.saturating_sub(sign.len_utf16());
        fits
    });
    let kept: String = kept.collect();
    format!("{kept}{CUT}").into()
}

/// A day as a workbook has it. Those before March 1900 are none there (ECMA-376, 18.17.4.1).
fn excel_day(day: Day) -> Option<ExcelDateTime> {
    let date = day.date();
    let year = u16::try_from(date.year()).ok().filter(|year| (1901..=9999).contains(year))?;
    ExcelDateTime::from_ymd(year, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?).ok()
}

pub(super) fn into_io(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        error => io::Error::other(error),
    }
}
