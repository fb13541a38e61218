//! Sheets that are filled in: what may be written where, what can be chosen, and help at the cells.

use super::sheet::{Sheet, into_io};
use rust_xlsxwriter::{
    ConditionalFormatBlank, DataValidation, DataValidationErrorStyle, DataValidationRule, Format, Formula, Note,
    ProtectionOptions,
};
use std::io;

/// Cells beside and below each other. Rows and columns count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cells {
    /// The first row and column.
    pub from: (u32, u16),
    /// The last row and column.
    pub until: (u32, u16),
}

/// What can be written in some cells.
#[derive(Debug, Clone, PartialEq)]
pub enum Allowed<'a> {
    /// One of what stands in a column of a sheet.
    OneOf(&'a Choice),
    /// Any of what stands there, or several with commas between.
    SomeOf(&'a Choice),
    /// A number that is not below nothing.
    Amount,
    /// Any number.
    Number,
    /// A day.
    Day,
}

/// What is told where something else is written: a heading, and what can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told<'t> {
    /// The heading, in a few words.
    pub title: &'t str,
    /// What can be written.
    pub text: &'t str,
}

/// Where what can be chosen stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    range: String,
}

impl Choice {
    /// So many things below each other from the top of a column of a sheet.
    #[must_use]
    pub fn at(sheet: &str, column: u16, count: usize) -> Self {
        let letter = rust_xlsxwriter::utility::column_number_to_name(column);
        let sheet = sheet.replace('\'', "''");
        Self { range: format!("'{sheet}'!${letter}$1:${letter}${}", count.max(1)) }
    }
}

/// How long a heading and a text may be that are told at a cell (ECMA-376, 18.3.1.32).
const LONGEST_TITLE: usize = 32;
const LONGEST_TOLD: usize = 255;

impl Sheet<'_> {
    /// Lets nothing but some things be written in cells; where several can be, others too, once it was told what there is.
    ///
    /// # Errors
    /// The sheet has no such cells.
    pub fn allow(&mut self, cells: Cells, allowed: &Allowed<'_>, told: Told<'_>) -> io::Result<()> {
        let validation = DataValidation::new();
        let validation = match allowed {
            Allowed::OneOf(choice) | Allowed::SomeOf(choice) => {
                validation.allow_list_formula(Formula::new(format!("={}", choice.range)))
            }
            Allowed::Amount => validation.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0)),
            Allowed::Number => validation.allow_decimal_number(DataValidationRule::Between(-1e15, 1e15)),
            Allowed::Day => {
                let day = |year| rust_xlsxwriter::ExcelDateTime::from_ymd(year, 1, 1).map_err(into_io);
                validation.allow_date(DataValidationRule::Between(day(1990)?, day(2100)?))
            }
        };
        let style = match allowed {
            Allowed::SomeOf(_) => DataValidationErrorStyle::Information,
            _ => DataValidationErrorStyle::Stop,
        };
        let cut = |text: &str, most: usize| text.chars().take(most).collect::<String>();
        let validation = validation
            .set_error_style(style)
            .set_error_title(cut(told.title, LONGEST_TITLE))
            .and_then(|validation| validation.set_error_message(cut(told.text, LONGEST_TOLD)))
            .map_err(into_io)?;
        let (from, until) = (cells.from, cells.until);
        self.worksheet().add_data_validation(from.0, from.1, until.0, until.1, &validation).map_err(into_io)?;
        Ok(())
    }

    /// Puts help at a cell, shown where one points at it.
    ///
    /// # Errors
    /// The sheet has no such cell.
    pub fn help(&mut self, (row, column): (u32, u16), text: &str) -> io::Result<()> {
        let lines = u32::try_from(text.chars().count() / 38 + text.matches('\n').count() + 2).unwrap_or(u32::MAX);
        let note = Note::new(text).add_author_prefix(false).set_width(260).set_height((lines * 17).min(600));
        self.worksheet().insert_note(row, column, &note).map_err(into_io)?;
        Ok(())
    }

    /// Lets cells stand out as long as there is nothing in them.
    ///
    /// # Errors
    /// The sheet has no such cells.
    pub fn mark_blank(&mut self, cells: Cells) -> io::Result<()> {
        let missing = Format::new().set_background_color(rust_xlsxwriter::Color::RGB(0xff_e9a8));
        let blank = ConditionalFormatBlank::new().set_format(missing);
        let (from, until) = (cells.from, cells.until);
        self.worksheet().add_conditional_format(from.0, from.1, until.0, until.1, &blank).map_err(into_io)?;
        Ok(())
    }

    /// Keeps all cells as they are but those that are open. Rows and columns can be laid out, chosen among, put in and taken
    /// away; no password keeps anybody from taking the protection away.
    pub fn protect(&mut self) {
        self.worksheet().protect_with_options(&ProtectionOptions {
            format_cells: true,
            format_columns: true,
            format_rows: true,
            insert_rows: true,
            delete_rows: true,
            sort: true,
            use_autofilter: true,
            ..ProtectionOptions::default()
        });
    }

    /// Keeps rows and columns before a cell where they are when one moves on.
    ///
    /// # Errors
    /// The sheet has no such cell.
    pub fn freeze(&mut self, (row, column): (u32, u16)) -> io::Result<()> {
        self.worksheet().set_freeze_panes(row, column).map_err(into_io)?;
        Ok(())
    }

    /// Hides the sheet, so that it is shown on demand; or also from those who ask for what is hidden.
    pub fn hide(&mut self, from_all: bool) {
        if from_all {
            self.worksheet().set_very_hidden(true);
        } else {
            self.worksheet().set_hidden(true);
        }
    }

    /// Lets the workbook open at this sheet.
    pub fn open_here(&mut self) {
        self.worksheet().set_active(true);
    }
}
