#!/bin/sh
# Builds python-parser.wasm from this crate, byte for byte the same in every folder; README.md says what it needs.
# DJPREFLIGHT_TARGET_DIR chooses another folder for cargo's files.
set -eu
cd "$(dirname "$0")"

target_dir="${DJPREFLIGHT_TARGET_DIR:-$PWD/target}"
cargo_home="${CARGO_HOME:-$HOME/.cargo}"
flags="--remap-path-prefix=$cargo_home=/cargo --remap-path-prefix=$PWD=/crate -C link-arg=-zstack-size=8388608"
cargo_args="build --release --lib --locked --target wasm32-unknown-unknown --target-dir $target_dir"

if [ -x /usr/bin/wasm-ld-19 ] && [ -d /usr/src/rustc-1.96.0 ]; then
  # Debian's rustc-web, cargo-web, rust-web-src and lld-19: no target to download, so the standard library is built too.
  export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1
  export RUSTFLAGS="$flags --remap-path-prefix=/usr/src=/src -C linker=wasm-ld-19 -C linker-flavor=wasm-ld"
  /usr/bin/cargo $cargo_args -Zbuild-std=std,panic_abort
else
  # rustup reads rust-toolchain.toml and fetches compiler and target.
  sysroot="$(rustc --print sysroot)"
  export RUSTFLAGS="$flags --remap-path-prefix=$sysroot=/sysroot"
  cargo $cargo_args
fi

cp "$target_dir/wasm32-unknown-unknown/release/djpreflight_python_parser.wasm" python-parser.wasm
