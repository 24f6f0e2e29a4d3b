#!/usr/bin/env bash
# Lints what the inputs name and writes annotations. Ends with the status of catalint, or 0 where nothing is to fail.
set -euo pipefail

refuse() {
  echo "::error title=catalint::$1"
  exit 2
}

# The commit to compare with, or nothing: what a pull request was merged into for its check, else what the event names.
# A workflow may have checked out something else, which can be a merge too.
base() {
  local parents
  if [[ "$GITHUB_EVENT_NAME" == pull_request && "$(git rev-parse HEAD)" == "$GITHUB_SHA" ]]; then
    parents=$(git cat-file commit HEAD | sed -n '/^$/q; s/^parent //p')
    if [[ "$parents" == *$'\n'* ]]; then
      echo "${parents%%$'\n'*}"
      return
    fi
  fi
  node "$GITHUB_ACTION_PATH/action/event-base.mjs"
}

arguments=(--format github)
case "$FAIL_LEVEL" in
  error | never) ;;
  warning) arguments+=(--max-warnings 0) ;;
  *) refuse 'fail-level takes error, warning or never' ;;
esac
case "$CHANGED_ONLY" in
  false) ;;
  true)
    commit=$(base)
    if [ -n "$commit" ]; then
      # A checkout holds the last commit alone, unless it is told otherwise.
      git cat-file -e "$commit^{commit}" 2>/dev/null || git fetch --quiet --no-tags --depth=1 origin "$commit"
      arguments+=("--changed=$commit")
    else
      echo 'There is no commit to compare with: all findings are reported.'
    fi
    ;;
  *) refuse 'changed-only takes true or false' ;;
esac

while IFS= read -r path; do
  path=${path%$'\r'}
  if [ -n "$path" ]; then paths+=("$path"); fi
done <<<"$PATHS"

status=0
"$RUNNER_TEMP/catalint/node_modules/.bin/catalint" "${arguments[@]}" -- "${paths[@]:-.}" || status=$?
if [ "$FAIL_LEVEL" = never ] && [ "$status" -eq 1 ]; then status=0; fi
exit "$status"
