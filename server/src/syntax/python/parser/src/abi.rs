//! The functions that WebAssembly exports.
//!
//! The caller allocates a buffer, writes UTF-8 into it, calls [`parse`], reads the block and gives
//! it back with [`free_output`]. A trap (a stack overflow) leaves the instance unusable.

use crate::module::lower_module;

/// What [`parse`] gives: places in the instance's memory.
#[repr(C)]
pub struct OutputBlock {
    /// Index of the root in `words`; 0 when the tree is too deep.
    root: u32,
    words: *const i32,
    words_len: usize,
    strings: *const u8,
    strings_len: usize,
    /// Keep the vectors alive until the block is freed; not read by the caller.
    _words: Vec<i32>,
    _strings: String,
}

/// A buffer of `len` bytes.
#[no_mangle]
pub extern "C" fn allocate(len: usize) -> *mut u8 {
    let mut buffer = Vec::<u8>::with_capacity(len);
    let start = buffer.as_mut_ptr();
    std::mem::forget(buffer);
    start
}

/// Frees a buffer of [`allocate`].
///
/// # Safety
/// `start` and `len` are those of one call of `allocate` that was not released yet.
#[no_mangle]
pub unsafe extern "C" fn release(start: *mut u8, len: usize) {
    drop(Vec::from_raw_parts(start, 0, len));
}

/// Parses `len` bytes of UTF-8 as a Python file.
///
/// # Safety
/// The bytes are initialised and valid UTF-8, which `TextEncoder` guarantees.
#[no_mangle]
pub unsafe extern "C" fn parse(start: *const u8, len: usize) -> *mut OutputBlock {
    let source = std::str::from_utf8_unchecked(std::slice::from_raw_parts(start, len));
    let (root, words, strings) = lower_module(source).unwrap_or_default();
    Box::into_raw(Box::new(OutputBlock {
        root,
        words: words.as_ptr(),
        words_len: words.len(),
        strings: strings.as_ptr(),
        strings_len: strings.len(),
        _words: words,
        _strings: strings,
    }))
}

/// Frees a block of [`parse`].
///
/// # Safety
/// `block` comes from `parse` and was not freed yet.
#[no_mangle]
pub unsafe extern "C" fn free_output(block: *mut OutputBlock) {
    drop(Box::from_raw(block));
}
