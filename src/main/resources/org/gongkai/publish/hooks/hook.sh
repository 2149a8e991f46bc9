#!/bin/sh
@MARK@
# 要改，请再运行 hooks install；要去掉，加上 --uninstall。
updates=$(cat)
earlier="$0"@SUFFIX@
if [ -x "$earlier" ]; then
  printf '%s\n' "$updates" | "$earlier" "$@" || exit $?
fi
@WAIT@printf '%s\n' "$updates" | LC_ALL=C.UTF-8 @COMMAND@
status=$?
if [ "$status" -gt 3 ]; then
  echo "程序被系统中止了（退出状态 $status），没有做完；多半是服务器内存不够，请告诉管理员。" >&2
  exit 3
fi
exit "$status"
