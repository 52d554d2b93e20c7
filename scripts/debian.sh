# shellcheck shell=bash
# A Debian to build images and servers from. Sourced by scripts/images and scripts/server.

# debian_tree DIRECTORY: Debian 12 without documents, made by debootstrap unless it is there.
# GATEHOUSE_DEBIAN_MIRROR is where it comes from.
debian_tree() {
  local directory=$1
  [ ! -e "$directory/complete" ] || return 0
  rm -rf "$directory"
  debootstrap --variant=minbase bookworm "$directory" ${GATEHOUSE_DEBIAN_MIRROR:+"$GATEHOUSE_DEBIAN_MIRROR"} \
    >"$directory.log" 2>&1 || fail "debootstrap failed, see $directory.log"
  rm -rf "$directory"/var/{cache/apt,lib/apt/lists}/* "$directory"/usr/share/{doc,man,locale}/*
  touch "$directory/complete"
}
