//! What names in git stand for, as `cat-file --batch-check` answers it.

use std::io::{self, BufRead};

/// Whether git can be asked for a name: a line is a question. No record's file has a line end in its name.
pub(super) fn is_asked(name: &str) -> bool {
    !name.contains('\n')
}

/// Reads the id in what is answered: `id type size`; nothing where there is no such thing.
pub(super) fn read_object(answers: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut heading = Vec::new();
    if answers.read_until(b'\n', &mut heading)? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let heading = String::from_utf8_lossy(&heading);
    let words: Vec<&str> = heading.trim_end().split(' ').collect();
    // A name that is not there is told with the name, which may have any words in it, and ends in a word of why.
    let [id, "blob" | "tree" | "commit" | "tag", size] = words[..] else { return Ok(None) };
    Ok(size.parse::<u64>().is_ok().then(|| id.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_told_from_what_is_not() {
        let answers = b"aa blob 4\nbb commit 0\nHEAD:a blob 12.toml missing\naa ambiguous\n";
        let mut answers = answers.as_slice();
        let mut next = || read_object(&mut answers).unwrap();
        assert_eq!((next().as_deref(), next().as_deref()), (Some("aa"), Some("bb")));
        assert_eq!((next(), next()), (None, None));
        assert!(read_object(&mut b"".as_slice()).is_err());
    }
}
