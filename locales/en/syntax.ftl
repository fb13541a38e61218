# What is wrong in a file that can’t be read; stands after “the file can’t be read:”
syntax-other = this can’t be read as TOML

# Field names and headings
syntax-duplicate-key = the same field or heading is there twice
syntax-invalid-key = there should be a field name here
syntax-invalid-unquoted-key = a field name may only have the letters a–z, digits, _ and -
syntax-unquoted-keys-cannot-be-empty = the field name is missing
syntax-keys-cannot-be-multi-line-literal-strings = a field name may not stand in triple quotes
syntax-keys-cannot-be-multi-line-basic-strings = a field name may not stand in triple quotes
syntax-key-with-no-value = the field has no value: an equals sign is missing
syntax-missing-value-for-key = the field has no value: an equals sign is missing
syntax-missing-value = there is no value after the equals sign
syntax-extra = there is one equals sign too many
syntax-invalid-key-value-pair = the line should begin with a field name, as in title = "Night patrol"
syntax-unexpected-key-or-value = something more follows the value on the same line; is there a quotation mark inside the text, or a decimal comma instead of a point?
syntax-second-byte-order-mark = the file begins with two byte order marks; take one away, for example by saving the file anew as UTF-8 without BOM
syntax-unexpected-content = there is something here that doesn’t belong in the file
syntax-unexpected-content-between-comment-and-newline = something stands between the comment and the end of the line
syntax-invalid-table = the heading in square brackets has no name
syntax-missing-table-open = the heading lacks its first square bracket
syntax-unclosed-table = the heading lacks its last square bracket
syntax-unclosed-array-table = the heading should end with two square brackets, as in [[problem]]

# Lists
syntax-missing-array-opening = the list lacks its first square bracket
syntax-unclosed-array = the list lacks its last square bracket
syntax-missing-comma-between-array-elements = a comma is missing between two values in the list
syntax-extra-comma-in-array = there is one comma too many in the list
syntax-unexpected-in-array = there is an equals sign in the list, where a value should be

# In braces
syntax-missing-inline-table-opening = the first brace is missing
syntax-unclosed-inline-table = the last brace is missing
syntax-missing-key-for-inline-table-element = a field name is missing within the braces
syntax-invalid-inline-table-element = there should be a field here, or the last brace
syntax-missing-assignment-between-key-value-pairs = an equals sign is missing between the field name and the value
syntax-extra-assignment-between-key-value-pairs = there is one equals sign too many within the braces
syntax-missing-comma-between-key-value-pairs = a comma is missing between two fields within the braces
syntax-extra-comma-in-inline-table = there is one comma too many within the braces

# Text
syntax-string-values-must-be-quoted = text must stand in straight quotes, as in "Ryd centre", and numbers are written without spaces or units
syntax-missing-opening-quote = a quotation mark is missing before the text
syntax-invalid-string = the text isn’t written right
syntax-invalid-basic-string = the text lacks its last quotation mark, or has a character that may not stand there
syntax-invalid-literal-string = the text lacks its last single quote, or has a character that may not stand there
syntax-invalid-multi-line-basic-string = the long text lacks its three last quotation marks, or has a character that may not stand there
syntax-invalid-multi-line-literal-string = the long text lacks its three last single quotes, or has a character that may not stand there
syntax-missing-escaped-value = only certain characters may follow a backslash; write \\ if you mean the backslash itself
syntax-too-few-unicode-value-digits = the character code after the backslash has too few digits
syntax-invalid-value = the character code after the backslash is no character
syntax-could-not-allocate-for-string = the text is too long for the computer’s memory

# Numbers
syntax-invalid-boolean = this should be true or false; if it is text it needs straight quotes
syntax-invalid-integer-number = this is not a whole number
syntax-invalid-float = this is not a number; if it is text it needs straight quotes
syntax-invalid-mantissa = the number has no digits before the point
syntax-invalid-fraction = the number has no digits after the point
syntax-invalid-exponent = the number has no digits after the e
syntax-invalid-hexadecimal-number = this is not a hexadecimal number
syntax-invalid-octal-number = this is not an octal number
syntax-invalid-binary-number = this is not a binary number
syntax-unexpected-leading-zero = a number may not begin with zero; if the zero matters it needs straight quotes
syntax-unexpected-sign = the plus or minus sign may not stand here
syntax-redundant-numeric-sign = there is one plus or minus sign too many
syntax-integers-with-a-radix-cannot-be-signed = a number that begins with 0x, 0o or 0b may not have a plus or minus
syntax-radix-must-be-lowercase = 0x, 0o and 0b are written with a small letter
syntax-redundant-integer-number-prefix = there is something too much before the number
syntax-may-only-go-between-digits = an underscore in a number may only stand between two digits

# Dates and times
syntax-invalid-date = there is no such date, or it is written wrong: write it as 2026-09-17, and a period in straight quotes, as in "2026-t2"
syntax-invalid-datetime = this is not a date: write it as 2026-09-17
syntax-invalid-date-time = this is not a date: write it as 2026-09-17
syntax-invalid-time = the time of day is written wrong
syntax-invalid-offset = the time zone after the time of day is written wrong

# Other
syntax-missing-comment-start = the comment should begin with #
syntax-invalid-comment-character = the comment has a character that may not stand there
syntax-carriage-return-must-be-followed-by-newline = the line end is not complete; save the file with ordinary line ends
syntax-cannot-recurse-further-max-recursion-depth-met = brackets or braces lie within each other too many times
syntax-recursion-limit = the field name has too many parts
