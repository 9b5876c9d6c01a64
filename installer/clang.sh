#!/usr/bin/env bash
# clang.sh: installs what the presets "fuzz" and "tidy" need beside a build's packages (packages-clang.txt).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
zs_install_packages "$ZS_ROOT/installer/debian-packages.txt" "$ZS_ROOT/installer/packages-clang.txt"
