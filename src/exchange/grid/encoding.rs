//! Bytes as text, in whichever encoding they are.

use std::borrow::Cow;

/// How many bytes are looked at, to see whether there is a pattern in them.
const LOOKED_AT: usize = 4096;

/// The text of some bytes; nothing where they are no text. UTF-8 and UTF-16 with a mark say so themselves; without one
/// they are told by their pattern, and all else is Windows-1252, which Excel saves in.
pub(super) fn decoded(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0,
        None => match utf16(bytes) {
            Some(encoding) => encoding.decode_without_bom_handling(bytes).0,
            None => utf8(bytes).unwrap_or_else(|| encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0),
        },
    };
    is_text(&text).then_some(text)
}

/// UTF-8, also where the file was cut within a letter.
fn utf8(bytes: &[u8]) -> Option<Cow<'_, str>> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(Cow::Borrowed(text)),
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => {
            std::str::from_utf8(&bytes[..error.valid_up_to()]).ok().map(Cow::Borrowed)
        }
        Err(_) => None,
    }
}

/// UTF-16 without a mark: every other byte is nothing in most languages, and none of the rest is.
fn utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let start = &bytes[..bytes.len().min(LOOKED_AT) / 2 * 2];
    let zeros = |first: usize| start.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second, pairs) = (zeros(0), zeros(1), start.len() / 2);
    match (first, second) {
        (0, second) if pairs > 0 && second * 10 >= pairs * 7 => Some(encoding_rs::UTF_16LE),
        (first, 0) if pairs > 0 && first * 10 >= pairs * 7 => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

/// Whether it can be text that people wrote: next to none of its signs steer something.
fn is_text(text: &str) -> bool {
    let is_odd = |sign: &char| matches!(sign, '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffd}');
    let start = text.chars().take(LOOKED_AT);
    let (odd, all) = start.fold((0_usize, 0_usize), |(odd, all), sign| (odd + usize::from(is_odd(&sign)), all + 1));
    odd * 100 <= all && !text.chars().take(LOOKED_AT).any(|sign| sign == '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_whichever_encoding() {
        let text = "Område;Åtgärd\nRyd;Nattvandring – två kvällar";
        let utf16 = |of: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(of).collect::<Vec<u8>>();
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        for bytes in [
            text.as_bytes().to_vec(),
            marked(b"\xef\xbb\xbf", text.as_bytes()),
            marked(b"\xff\xfe", &utf16(u16::to_le_bytes)),
            marked(b"\xfe\xff", &utf16(u16::to_be_bytes)),
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
            windows,
        ] {
            assert_eq!(decoded(&bytes).as_deref(), Some(text));
        }
        assert_eq!(decoded("år å".as_bytes().split_last().unwrap().1).as_deref(), Some("år "));
    }

    #[test]
    fn what_is_no_text_is_not_taken_for_it() {
        for bytes in [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), b"\0\0\0\0", b"ab\0cd", &[1, 2, 3, 4, 5, 6]] {
            assert_eq!(decoded(bytes), None);
        }
    }
}
