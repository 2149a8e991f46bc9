overtaken() {
  printf '%s\n' "$updates" | while read -r old new name; do
    case "$old" in *[!0]*) ;; *) old= ;; esac
    [ "$(git rev-parse -q --verify "$name")" = "$old" ] || echo "$name"
  done
}
tries=0
while [ "$tries" -lt 300 ] && other=$(cat gongkai/check.pid 2>/dev/null) && kill -0 "$other" 2>/dev/null; do
  tries=$((tries + 1))
  sleep 0.2
done
if [ "$tries" -gt 0 ]; then
  sleep 0.2
  if [ -n "$(overtaken)" ]; then
    echo "没有收下这次推送：别人刚刚先推送了。"
    echo "请先拉取（pull），再推送一次。"
    exit 1
  fi
fi
echo $$ 2>/dev/null >gongkai/check.pid
trap '[ "$(cat gongkai/check.pid 2>/dev/null)" != $$ ] || rm -f gongkai/check.pid' EXIT
