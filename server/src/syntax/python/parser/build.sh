#!/bin/sh
# Builds python-parser.wasm from this crate, byte for byte the same in every folder; README.md says what it needs.
# DJPREFLIGHT_TARGET_DIR chooses another folder for cargo's files.
set -eu
cd "$(dirname "$0")"

target_dir="${DJPREFLIGHT_TARGET_DIR:-$PWD/target}"
cargo_home="${CARGO_HOME:-$HOME/.cargo}"

if [ -x /usr/bin/wasm-ld-19 ] && [ -d /usr/src/rustc-1.96.0 ]; then
  # Debian's rustc-web, cargo-web, rust-web-src and lld-19: no target to download, so the standard library is built too.
  cargo=/usr/bin/cargo
  export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1
  build_std="-Zbuild-std=std,panic_abort"
  flags="-C linker=wasm-ld-19 -C linker-flavor=wasm-ld"
else
  # rustup reads rust-toolchain.toml and fetches compiler and target.
  cargo=cargo
  build_std=
  flags=
fi

# Panic messages hold paths of sources: they must not depend on this machine. Of several matching prefixes the last one counts.
sysroot="$("${RUSTC:-rustc}" --print sysroot)"
"$cargo" fetch --locked --target wasm32-unknown-unknown
flags="$flags --remap-path-prefix=$sysroot/lib/rustlib/src/rust=/rust"
flags="$flags --remap-path-prefix=$cargo_home=/cargo --remap-path-prefix=$PWD=/crate"
for sources in "$cargo_home"/registry/src/*; do
  flags="$flags --remap-path-prefix=$sources=/crates"
done

export RUSTFLAGS="$flags -C link-arg=-zstack-size=8388608"
"$cargo" build --release --lib --locked --target wasm32-unknown-unknown --target-dir "$target_dir" $build_std "$@"

if [ $# -eq 0 ]; then
  cp "$target_dir/wasm32-unknown-unknown/release/djpreflight_python_parser.wasm" python-parser.wasm
  chmod 644 python-parser.wasm
  node --import tsx record.ts
fi
